package org.chancery.archive;

/**
 * Where a record lies.
 *
 * @param segment number of the segment
 * @param offset of its first byte in the segment, from 0
 * @param length in bytes
 * @param digest first half of the SHA-256 of its bytes, in hexadecimal
 */
public record Place(int segment, long offset, int length, String digest) {}
