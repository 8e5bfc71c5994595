package io.vigil.detection.heuristics.pattern;

import com.google.re2j.Pattern;
import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;

/**
 * The library in the form the matcher runs: every phrase is a chain of states, a state is reached when its slot is
 * found near enough to the slot before.
 */
final class Program {

    /** Finds all keywords in one walk. */
    final AhoCorasickDoubleArrayTrie<Keyword> automaton;

    /** For each slot, the states that wait for it, later states of a chain first. */
    final int[][] statesOfSlot;

    /** For each state, most words since the state before; -1 for the first of a chain. */
    final int[] gap;

    /** For each state, the pattern found when it is reached, or -1. */
    final int[] patternOfState;

    /** Regular expressions. */
    final Pattern[] expressions;

    /** For each expression, its pattern. */
    final int[] patternOfExpression;

    /** All patterns. */
    final AttackPattern[] patterns;

    Program(
            AhoCorasickDoubleArrayTrie<Keyword> automaton,
            int[][] statesOfSlot,
            int[] gap,
            int[] patternOfState,
            Pattern[] expressions,
            int[] patternOfExpression,
            AttackPattern[] patterns) {
        this.automaton = automaton;
        this.statesOfSlot = statesOfSlot;
        this.gap = gap;
        this.patternOfState = patternOfState;
        this.expressions = expressions;
        this.patternOfExpression = patternOfExpression;
        this.patterns = patterns;
    }
}
