package dev.jacobi.examples.gradbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ToolTest {
    private final Tool tool = new Tool(Tool.MODULES);

    @Test
    void aStartIsAnsweredWithTheName() throws JsonProcessingException {
        assertThat(answer("{'id': 0, 'kind': 'start', 'eval': 'hello'}"))
                .isEqualTo(tree("{'id': 0, 'tool': 'jacobi'}"));
    }

    @Test
    void anAnalysisIsOnlyAcknowledged() throws JsonProcessingException {
        assertThat(answer("{'id': 3, 'kind': 'analysis', 'of': 2, 'valid': false, 'error': 'Expected tau'}"))
                .isEqualTo(tree("{'id': 3}"));
    }

    @Test
    void anUnknownModuleIsRefused() throws JsonProcessingException {
        assertThat(answer("{'id': 1, 'kind': 'define', 'module': 'fft'}"))
                .isEqualTo(tree("{'id': 1, 'success': false, 'error': 'no module \\\"fft\\\" here'}"));
    }

    @Test
    void anUnknownFunctionIsAnError() throws JsonProcessingException {
        assertThat(answer("{'id': 1, 'kind': 'evaluate', 'module': 'hello', 'function': 'cube', 'input': 1.0}"))
                .isEqualTo(tree("{'id': 1, 'success': false, 'error': "
                        + "'module \\\"hello\\\" has no function \\\"cube\\\"'}"));
    }

    @Test
    void aMissingInputIsAnError() throws JsonProcessingException {
        JsonNode answer =
                answer("{'id': 4, 'kind': 'evaluate', 'module': 'llsq', 'function': 'primal', 'input': {'n': 3}}");
        assertThat(answer.get("success").asBoolean()).isFalse();
        assertThat(answer.get("error").asText()).contains("x");
        assertThat(answer.has("output")).isFalse();
    }

    @Test
    void whatAFunctionThrowsIsAnError() throws JsonProcessingException {
        JsonNode answer =
                answer("{'id': 5, 'kind': 'evaluate', 'module': 'lse', 'function': 'gradient', 'input': {'x': []}}");
        assertThat(answer.get("success").asBoolean()).isFalse();
        assertThat(answer.get("error").asText()).contains("Index 0 out of bounds");
    }

    @Test
    void functionsRunAsOftenAsAsked() throws JsonProcessingException {
        JsonNode answer = answer("{'id': 6, 'kind': 'evaluate', 'module': 'lse', 'function': 'primal',"
                + " 'input': {'x': [0.0, 0.0], 'min_runs': 5, 'min_seconds': 0.0}}");
        assertThat(answer.get("output").asDouble()).isEqualTo(Math.log(2));
        assertThat(answer.get("timings"))
                .hasSize(5)
                .allMatch(t -> t.get("name").asText().equals("evaluate"));
    }

    @Test
    void functionsRunAsLongAsAsked() throws JsonProcessingException {
        JsonNode answer = answer("{'id': 7, 'kind': 'evaluate', 'module': 'lse', 'function': 'gradient',"
                + " 'input': {'x': [0.0, 0.0], 'min_runs': 1, 'min_seconds': 0.01}}");
        long total = 0;
        for (JsonNode timing : answer.get("timings")) {
            total += timing.get("nanoseconds").asLong();
        }
        assertThat(total).isGreaterThanOrEqualTo(10_000_000);
    }

    @Test
    void whatIsNoMessageEndsTheTool() {
        assertThatThrownBy(() -> tool.answer("{")).isInstanceOf(JsonProcessingException.class);
    }

    private JsonNode answer(String message) throws JsonProcessingException {
        return Json.MAPPER.readTree(tool.answer(message.replace('\'', '"')));
    }

    private static JsonNode tree(String json) throws JsonProcessingException {
        return Json.MAPPER.readTree(json.replace('\'', '"'));
    }
}
