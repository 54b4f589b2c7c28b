package dev.jacobi.examples.gradbench;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Answers the messages on standard input, a line each, with a line each on standard output. */
public final class Main {
    private Main() {}

    /** Runs until the input ends. */
    public static void main(String[] args) throws IOException {
        System.setOut(System.err); // whatever else prints, must not get between the answers
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        BufferedReader messages = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Tool tool = new Tool(Tool.MODULES);
        String message;
        while ((message = messages.readLine()) != null) {
            answers.print(tool.answer(message) + "\n");
            answers.flush();
        }
    }
}
