package com.mockhu.dm.file.multipart;

import java.util.Optional;

/** The headers of a part; {@code filename} as sent. */
public record Part(String name, Optional<String> filename) {}
