/** The pages of the report: what they show, and whether what they predict comes true. */
package dev.jacobi.processor.report;
