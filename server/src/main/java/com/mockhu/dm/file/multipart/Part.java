package com.mockhu.dm.file.multipart;

import java.util.Optional;

/** What stands before the content of a part; {@code filename} as it was sent. */
public record Part(String name, Optional<String> filename) {}
