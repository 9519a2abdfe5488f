package io.ringside.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TickRigTest {

    private final StringWriter errors = new StringWriter();
    private final StringWriter output = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--rates=0                | rate is 0, allowed are 1 to 1000000",
        "--rates=1,2,3,4,5,6,7,8,9 | number of rates is 9, allowed are 0 to 8",
        "--slots=1000             | slots is 1000, allowed are powers of two from 2 to 1048576",
        "--repetitions=0          | repetitions is 0, allowed are 1 to 50",
        "--warm-up-ms=0           | warm-up ms is 0, allowed are 1 to 60000",
        "--measure-ms=600001      | measured ms is 600001, allowed are 1 to 600000",
        "--modes=FAST             | FAST",
        "--rates=many             | many",
        "--speed=9                | Unknown option: '--speed=9'"})
    void shouldRejectBadArgumentsByNameAndRange(String argument, String message) {
        int exitCode = execute(argument);

        assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).contains(message);
    }

    @Test
    void shouldExplainItself() {
        int exitCode = execute("--help");

        assertThat(exitCode).isZero();
        assertThat(output.toString()).contains("--rates", "BUSY_SPIN", "--svg", "--tls");
    }

    private int execute(String... args) {
        return TickRig.commandLine()
            .setErr(new PrintWriter(errors, true))
            .setOut(new PrintWriter(output, true))
            .execute(args);
    }
}
