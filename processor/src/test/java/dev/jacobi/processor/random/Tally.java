package dev.jacobi.processor.random;

/** How much was checked, so that nobody takes an empty run for a good one. */
final class Tally {
    int programs;
    int points;
    int compared;
    int varied;
    int differenced;
    int curved;
    int matrices;
    int nested;
    int singular;
    int thrown;
    int endless;
    int refused;

    @Override
    public String toString() {
        return programs + " programs, " + points + " points: derivatives compared at " + compared
                + " (not constant there: " + varied + ")"
                + ", with differences in " + differenced + " directions, second ones at "
                + curved + ", matrices compared " + matrices + ", nested derivatives " + nested + "; " + singular
                + " points were singular, at "
                + thrown + " the program threw, at " + endless + " it took too long; " + refused
                + " programs were refused for their functions";
    }
}
