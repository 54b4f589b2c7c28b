/**
 * The published jars used as users use them: with javac, Maven and Eclipse's compiler, each in a process of its own and
 * in a folder of its own. In go the projects under {@code src/test/resources/use}, out comes what their programs print.
 */
package dev.jacobi.processor.use;
