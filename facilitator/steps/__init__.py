"""The kinds of step, one folder each; ``facilitator.kinds`` finds them and says what each has to hold."""
