/* Figures by the names that a scenario gives them. */
#ifndef FIGURES_H
#define FIGURES_H

#include "session.h"

/* The figure now: NVML_ERROR_NOT_SUPPORTED where the scenario has none. */
answer figure_now(const struct target *at, const char *name, double *value);
/* Its mean over a time (seconds since the epoch). */
answer figure_mean(const struct target *at, const char *name, double from, double to, double *value);
/* % in which some process's kernels ran; never above 100. */
double busy_processes(const struct target *at, double from, double to);
/* Begins and ends a call that answers one figure. */
answer answer_figure(const char *call, handle device, const char *name, double *value);

#endif
