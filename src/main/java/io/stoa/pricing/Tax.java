package io.stoa.pricing;

/** What a tax category pays in a location group, in basis points: 2000 is 20 %. */
public record Tax(String group, String category, int basisPoints) {}
