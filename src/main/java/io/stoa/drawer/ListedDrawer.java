package io.stoa.drawer;

import org.jspecify.annotations.Nullable;

/** A drawer in a list, with its Z report once it is closed. */
public record ListedDrawer(Drawer drawer, @Nullable DrawerReport report) {}
