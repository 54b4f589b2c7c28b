package dev.jacobi.examples.gradbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/** GradBench's protocol: a message in, a response out, both JSON objects on a line. */
final class Tool {
    /** What there is. It isn't a constant of {@link Module}, of which each of these is made. */
    static final List<Module> MODULES = List.of(
            Hello.MODULE,
            LeastSquares.MODULE,
            LogSumExp.MODULE,
            MixtureEval.MODULE,
            BundleEval.MODULE,
            MemoryEval.MODULE,
            KMeans.MODULE,
            HandEval.MODULE,
            Determinant.MODULE,
            DifferentialEquation.MODULE,
            Particle.MODULE,
            SaddlePoint.MODULE);

    private final List<Module> modules;

    Tool(List<Module> modules) {
        this.modules = modules;
    }

    /** The response to a message; throws where the message isn't JSON, as there is nobody to address then. */
    String answer(String line) throws JsonProcessingException {
        JsonNode message = Json.MAPPER.readTree(line);
        ObjectNode response = Json.MAPPER.createObjectNode();
        response.set("id", message.path("id"));
        try {
            switch (message.path("kind").asText()) {
                case "start" -> response.put("tool", "jacobi");
                case "define" -> {
                    module(message);
                    response.put("success", true);
                }
                case "evaluate" -> {
                    Module.Prepared function = function(message);
                    Runs runs = Runs.of(message.path("input"), function);
                    response.put("success", true);
                    response.set("output", Json.MAPPER.valueToTree(runs.output()));
                    response.set("timings", Json.MAPPER.valueToTree(runs.timings()));
                }
                default -> {} // analyses want to be heard, not to be answered
            }
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            response.put("success", false);
            response.put("error", Objects.requireNonNullElseGet(e.getMessage(), e::toString));
        }
        return Json.MAPPER.writeValueAsString(response);
    }

    private Module module(JsonNode message) {
        String name = message.path("module").asText();
        return modules.stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no module \"" + name + "\" here"));
    }

    private Module.Prepared function(JsonNode message) throws JsonProcessingException {
        return module(message).function(message.path("function").asText()).prepare(message.path("input"));
    }
}
