/* MIG: instances of a GPU. A line of the scenario is one compute instance, which is what the driver gives a handle. */
#include <string.h>

#include "session.h"

EXPORT answer nvmlDeviceGetMigMode(handle device, unsigned *mode, unsigned *pending) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (mode == NULL || pending == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (at.gpu->mig < 0 || at.instance != NULL) return leave(NVML_ERROR_NOT_SUPPORTED);
  *mode = *pending = (unsigned)at.gpu->mig;
  return leave(NVML_SUCCESS);
}

EXPORT answer nvmlDeviceGetMaxMigDeviceCount(handle device, unsigned *count) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (count == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  *count = at.gpu->mig < 0 ? 0 : at.gpu->max_instances;
  return leave(NVML_SUCCESS);
}

/* Places are not filled from the front: an instance lies at the number that its GPU instance has, its further compute
   instances at those that follow. */
EXPORT answer nvmlDeviceGetMigDeviceHandleByIndex(handle device, unsigned index, handle *mig) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (mig == NULL || at.instance != NULL || index >= at.gpu->max_instances)
    return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (at.gpu->mig < 1) return leave(NVML_ERROR_NOT_SUPPORTED);
  for (int i = 0; i < at.gpu->instances; i += 1) {
    unsigned place = at.gpu->instance[i].gpu_instance + at.gpu->instance[i].compute_instance;
    if (place % at.gpu->max_instances != index) continue;
    *mig = handle_of(at.gpu, &at.gpu->instance[i]);
    return leave(NVML_SUCCESS);
  }
  return leave(NVML_ERROR_NOT_FOUND);
}

static answer instance_number(const char *call, handle device, unsigned *id, int compute) {
  struct target at;
  answer code = enter_device(call, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (id == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (at.instance == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  *id = compute ? at.instance->compute_instance : at.instance->gpu_instance;
  return leave(NVML_SUCCESS);
}

EXPORT answer nvmlDeviceGetGpuInstanceId(handle device, unsigned *id) { return instance_number(__func__, device, id, 0); }
EXPORT answer nvmlDeviceGetComputeInstanceId(handle device, unsigned *id) {
  return instance_number(__func__, device, id, 1);
}

EXPORT answer nvmlDeviceGetAttributes_v2(handle device, struct attributes *attributes) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (attributes == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (at.instance == NULL) return leave(NVML_ERROR_NOT_SUPPORTED);
  memset(attributes, 0, sizeof *attributes);
  attributes->processors = at.instance->slices * 16;
  attributes->gpu_slices = at.instance->slices;
  attributes->compute_slices = at.instance->compute_slices;
  attributes->memory_mib = at.instance->memory_mib;
  return leave(NVML_SUCCESS);
}
