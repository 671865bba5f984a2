/* What is alive, and how often the library was called: in a file that a test can read while the program runs. */
#ifndef COUNTS_H
#define COUNTS_H

enum count { CALLS, SESSIONS, EVENT_SETS, GPM_SAMPLES, GPM_SAMPLES_MADE, MISUSES, MISFITS, STARTS, COUNTS };

void add_count(enum count count, int by);

#endif
