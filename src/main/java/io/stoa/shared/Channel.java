package io.stoa.shared;

/** The door through which somebody acts. */
public enum Channel {
    WEB,
    APP,
    TILL,
    PHONE,
    CHAT,
    EMAIL,
    SMS,
    WHATSAPP,
    SOCIAL,
    MARKETPLACE,
    AGENT,
    OFFICE,
    IMPORT,
    SYSTEM
}
