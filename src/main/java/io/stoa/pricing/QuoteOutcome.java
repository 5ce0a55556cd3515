package io.stoa.pricing;

/** A price for everything that was asked, or what has none. */
public sealed interface QuoteOutcome permits Quote, Unpriced {}
