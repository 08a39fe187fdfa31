package io.wirewatch.journey.faults;

/**
 * What a process holds at one moment.
 *
 * @param atHours since the soak began
 * @param heapMebibytes after a collection
 * @param residentMebibytes of memory, heap and all else
 * @param threads how many
 * @param files open file handles
 * @param storeMebibytes on disk
 */
record Sample(
    double atHours,
    double heapMebibytes,
    double residentMebibytes,
    double threads,
    double files,
    double storeMebibytes) {}
