/* Start, end, and what there is. */
#include <string.h>

#include "session.h"

answer give_text(const char *text, char *into, unsigned size) {
  if (into == NULL) return misuse(NVML_ERROR_INVALID_ARGUMENT);
  if (strlen(text) + 1 > size) return misuse(NVML_ERROR_INSUFFICIENT_SIZE);
  strcpy(into, text);
  return NVML_SUCCESS;
}

EXPORT answer nvmlInit_v2(void) {
  answer code = enter_start(__func__);
  return code != NVML_SUCCESS ? code : leave(start_session());
}

EXPORT answer nvmlInit(void) {
  answer code = enter_start(__func__);
  return code != NVML_SUCCESS ? code : leave(start_session());
}

EXPORT answer nvmlShutdown(void) { return end_session(); }

EXPORT answer nvmlSystemGetDriverVersion(char *version, unsigned size) {
  answer code = enter(__func__);
  return code != NVML_SUCCESS ? code : leave(give_text(world()->driver, version, size));
}

static answer count(const char *call, unsigned *gpus) {
  answer code = enter(call);
  if (code != NVML_SUCCESS) return code;
  if (gpus == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  *gpus = (unsigned)world()->gpus;
  return leave(NVML_SUCCESS);
}

EXPORT answer nvmlDeviceGetCount_v2(unsigned *gpus) { return count(__func__, gpus); }
EXPORT answer nvmlDeviceGetCount(unsigned *gpus) { return count(__func__, gpus); }

static answer by_index(const char *call, unsigned index, handle *device) {
  answer code = enter(call);
  if (code != NVML_SUCCESS) return code;
  if (device == NULL || index >= (unsigned)world()->gpus) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  struct gpu *gpu = &world()->gpu[index];
  if (gpu->lost != NVML_SUCCESS) return leave(gpu->lost);
  *device = handle_of(gpu, NULL);
  return leave(NVML_SUCCESS);
}

EXPORT answer nvmlDeviceGetHandleByIndex_v2(unsigned index, handle *device) { return by_index(__func__, index, device); }
EXPORT answer nvmlDeviceGetHandleByIndex(unsigned index, handle *device) { return by_index(__func__, index, device); }
