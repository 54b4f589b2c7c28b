/** Tests of the tables of rules themselves; that each rule is right, {@code samples.RulesTest} tests. */
package dev.jacobi.processor.rules;
