/* NVLink. All errors of a GPU are those of its first link; its traffic is the same on each. */
#include "figures.h"

enum { MOST_LINKS = 18 };

EXPORT answer nvmlDeviceGetNvLinkState(handle device, unsigned link, unsigned *active) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (active == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (link >= MOST_LINKS) return leave(NVML_ERROR_INVALID_ARGUMENT);
  if (link >= at.gpu->links || at.instance != NULL) return leave(NVML_ERROR_NOT_SUPPORTED);
  *active = 1;
  return leave(NVML_SUCCESS);
}

EXPORT answer nvmlDeviceGetNvLinkErrorCounter(handle device, unsigned link, unsigned counter, uint64_t *errors) {
  static const char *const names[] = {"nvlinkReplayErrors", "nvlinkRecoveryErrors", "nvlinkCrcFlitErrors",
                                      "nvlinkCrcDataErrors"};
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (counter >= 4 || errors == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (link >= MOST_LINKS) return leave(NVML_ERROR_INVALID_ARGUMENT);
  if (link >= at.gpu->links || at.instance != NULL) return leave(NVML_ERROR_NOT_SUPPORTED);
  double value;
  code = figure_now(&at, names[counter], &value);
  if (code == NVML_SUCCESS) *errors = link == 0 ? (uint64_t)value : 0;
  return leave(code);
}
