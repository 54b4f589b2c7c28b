package dev.jacobi.examples.gradbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sessions that GradBench recorded, shortened: what its evals sent, and what its tool of derivatives by hand answered.
 * In those of det, ode, particle and saddle the inputs are others, and the answers come from exact fractions
 * (cofactors, differences of a function that is linear in each coefficient) and from the published descent with 40
 * digits.
 */
class SessionsTest {
    private static final double TOLERANCE = 1e-8;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "llsq",
                "lse",
                "gmm",
                "ba",
                "lstm",
                "kmeans",
                "ht-simple",
                "ht-complicated",
                "det",
                "ode",
                "particle",
                "saddle"
            })
    void answersAreThoseOfTheSession(String session) throws IOException {
        Tool tool = new Tool(Tool.MODULES);
        int compared = 0;
        try (BufferedReader lines = lines(session)) {
            String line;
            while ((line = lines.readLine()) != null) {
                JsonNode row = Json.MAPPER.readTree(line);
                JsonNode message = row.get("message");
                JsonNode response = Json.MAPPER.readTree(tool.answer(message.toString()));
                assertThat(response.get("id")).isEqualTo(message.get("id"));
                assertThat(response.path("error").asText()).isEmpty();
                if (row.has("expected")) {
                    JsonNode expected = row.get("expected");
                    assertNear(message.get("function").asText(), expected, response.get("output"), scale(expected));
                    assertThat(response.get("timings").get(0).get("nanoseconds").asLong())
                            .isPositive();
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(2);
    }

    private static BufferedReader lines(String session) {
        var stream = Objects.requireNonNull(SessionsTest.class.getResourceAsStream(session + ".jsonl"), session);
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** Lists are compared relative to their largest element. */
    private static void assertNear(String where, JsonNode expected, JsonNode actual, double scale) {
        assertThat(actual.getNodeType()).as(where).isEqualTo(expected.getNodeType());
        assertThat(actual.size()).as(where).isEqualTo(expected.size());
        if (expected.isNumber()) {
            assertThat(Math.abs(actual.asDouble() - expected.asDouble()))
                    .as("%s: %s, expected %s", where, actual, expected)
                    .isLessThanOrEqualTo(TOLERANCE * scale);
        }
        expected.fieldNames().forEachRemaining(name -> {
            assertThat(actual.has(name)).as(where + "." + name).isTrue();
            assertNear(where + "." + name, expected.get(name), actual.get(name), scale(expected.get(name)));
        });
        for (int i = 0; expected.isArray() && i < expected.size(); i++) {
            assertNear(where + "[" + i + "]", expected.get(i), actual.get(i), scale);
        }
    }

    private static double scale(JsonNode value) {
        double scale = Math.abs(value.asDouble());
        for (JsonNode element : value) {
            scale = Math.max(scale, scale(element));
        }
        return scale;
    }
}
