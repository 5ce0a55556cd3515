package io.stoa.staff;

import io.stoa.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which of the staff to list, by login.
 *
 * @param text part of a name or login, or empty for all
 * @param open only those whose account is open, or closed; null for both
 * @param after the login after which the page begins, or empty
 */
public record StaffQuery(
        String text, @Nullable Role role, @Nullable Boolean open, String after, int size) {}
