/* Where the scenario and the counts lie. */
#ifndef PLACE_H
#define PLACE_H

/* GPUSCOPE_STUB_NVML, else `synthetic-nvml.txt` in the library's own folder. */
const char *scenario_path(void);
/* GPUSCOPE_STUB_NVML_COUNTS, else `nvml-counts` there; the process id comes after it. */
const char *counts_path(void);

#endif
