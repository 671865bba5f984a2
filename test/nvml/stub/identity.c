/* Names and numbers of a device. */
#include <stdio.h>
#include <string.h>

#include "session.h"

answer give_text(const char *text, char *into, unsigned size);

EXPORT answer nvmlDeviceGetUUID(handle device, char *uuid, unsigned size) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  return leave(give_text(at.instance == NULL ? at.gpu->uuid : at.instance->uuid, uuid, size));
}

EXPORT answer nvmlDeviceGetName(handle device, char *name, unsigned size) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  char whole[128];
  const char *profile = at.instance == NULL ? "" : at.instance->profile;
  snprintf(whole, sizeof whole, "%s%s%s", at.gpu->name, *profile ? " MIG " : "", profile);
  return leave(give_text(whole, name, size));
}

EXPORT answer nvmlDeviceGetMinorNumber(handle device, unsigned *minor) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (minor == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (at.instance != NULL || at.gpu->minor < 0) return leave(NVML_ERROR_NOT_SUPPORTED);
  *minor = (unsigned)at.gpu->minor;
  return leave(NVML_SUCCESS);
}

EXPORT answer nvmlDeviceGetPciInfo_v3(handle device, struct pci_info *pci) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (pci == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  memset(pci, 0, sizeof *pci);
  if (sscanf(at.gpu->pci, "%x:%x:%x.0", &pci->domain, &pci->bus, &pci->device) != 3) return leave(NVML_ERROR_UNKNOWN);
  snprintf(pci->legacy, sizeof pci->legacy, "%04X:%02X:%02X.0", pci->domain & 0xffff, pci->bus & 0xff, pci->device & 0x1f);
  snprintf(pci->id, sizeof pci->id, "%s", at.gpu->pci);
  pci->ids = 0x233010de;
  return leave(NVML_SUCCESS);
}
