package dev.jacobi.examples.gradbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    @Test
    void eachMeasuresFunctionsOfItsModule() {
        for (Workload workload : Workload.ALL) {
            assertThat(workload.module().functions())
                    .as(workload.name())
                    .containsKeys(workload.objective(), workload.derivative());
        }
    }

    @Test
    void inputsAreWhatTheModulesRead() throws JsonProcessingException {
        Workload workload = Workload.ALL.get(0);
        JsonNode input = Json.MAPPER.valueToTree(workload.input().get());
        Object value =
                workload.module().function(workload.objective()).prepare(input).compute();
        assertThat(value).isInstanceOf(Double.class);
    }
}
