(function () {
  "use strict";
  var lines = document.querySelectorAll(".ln[data-k]");

  function mark(key, type, on) {
    lines.forEach(function (line) {
      if (line.dataset.k === key) {
        line.classList.toggle(type, on);
      }
    });
  }

  /* A click keeps the pair lit and brings the counterpart into view. */
  function pin(line) {
    var was = line.classList.contains("pin");
    document.querySelectorAll(".pin").forEach(function (other) {
      other.classList.remove("pin");
    });
    if (was) {
      return;
    }
    mark(line.dataset.k, "pin", true);
    var pane = line.closest(".pane");
    var seen = Array.prototype.find.call(lines, function (other) {
      return other.dataset.k === line.dataset.k ? other.closest(".pane") !== pane ? other.offsetParent !== null : false : false;
    });
    if (seen) {
      seen.scrollIntoView({ block: "nearest", behavior: "smooth" });
    }
  }

  lines.forEach(function (line) {
    line.tabIndex = 0;
    line.addEventListener("mouseenter", function () { mark(line.dataset.k, "on", true); });
    line.addEventListener("mouseleave", function () { mark(line.dataset.k, "on", false); });
    line.addEventListener("focus", function () { mark(line.dataset.k, "on", true); });
    line.addEventListener("blur", function () { mark(line.dataset.k, "on", false); });
    line.addEventListener("click", function () { pin(line); });
    line.addEventListener("keydown", function (event) {
      if (event.key === "Enter") {
        pin(line);
      }
    });
  });

  /* One member at a time; without this script all of them stand below each other. */
  var members = document.querySelectorAll(".member");
  var tabs = [];
  function show(chosen) {
    members.forEach(function (member, i) {
      member.hidden = member !== chosen;
      tabs[i].setAttribute("aria-selected", String(member === chosen));
    });
  }
  members.forEach(function (member) {
    var tab = document.createElement("button");
    var row = document.querySelector(".tabs[data-row=" + member.dataset.row + "]");
    tab.type = "button";
    tab.setAttribute("role", "tab");
    tab.textContent = member.dataset.name;
    tab.addEventListener("click", function () { show(member); });
    row.appendChild(tab);
    row.hidden = false;
    tabs.push(tab);
  });
  if (members.length !== 0) {
    show(document.querySelector(".member[data-first]") || members[0]);
  }
})();
