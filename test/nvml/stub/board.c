/* Calls that answer one figure of a device. */
#include <math.h>
#include <string.h>

#include "figures.h"

static answer narrow(const char *call, handle device, const char *name, unsigned *into) {
  double value;
  if (into == NULL) return misuse(NVML_ERROR_INVALID_ARGUMENT);
  answer code = answer_figure(call, device, name, &value);
  if (code == NVML_SUCCESS) *into = (unsigned)llround(value);
  return code;
}

static answer wide(const char *call, handle device, const char *name, uint64_t *into) {
  double value;
  if (into == NULL) return misuse(NVML_ERROR_INVALID_ARGUMENT);
  answer code = answer_figure(call, device, name, &value);
  if (code == NVML_SUCCESS) *into = (uint64_t)llround(value);
  return code;
}

/* One of several names; a number beyond them is the caller's mistake. */
static const char *pick(const char *const *names, unsigned count, unsigned number) {
  return number < count ? names[number] : NULL;
}

#define PICK(names, number) pick(names, sizeof names / sizeof *names, number)
#define REFUSED misuse(NVML_ERROR_INVALID_ARGUMENT)

EXPORT answer nvmlDeviceGetTemperature(handle device, unsigned sensor, unsigned *celsius) {
  return sensor != 0 ? REFUSED : narrow(__func__, device, "temperature", celsius);
}

#if DRIVER >= 580
EXPORT answer nvmlDeviceGetTemperatureV(handle device, struct temperature_v1 *temperature) {
  unsigned celsius = 0;
  if (temperature->version != VERSIONED(struct temperature_v1, 1))
    return misuse(NVML_ERROR_ARGUMENT_VERSION_MISMATCH);
  answer code = temperature->sensor != 0 ? REFUSED : narrow(__func__, device, "temperature", &celsius);
  temperature->celsius = (int)celsius;
  return code;
}
#endif

EXPORT answer nvmlDeviceGetPowerUsage(handle device, unsigned *mw) { return narrow(__func__, device, "power", mw); }

EXPORT answer nvmlDeviceGetEnforcedPowerLimit(handle device, unsigned *mw) {
  return narrow(__func__, device, "powerLimit", mw);
}

EXPORT answer nvmlDeviceGetTotalEnergyConsumption(handle device, uint64_t *mj) {
  return wide(__func__, device, "energy", mj);
}

EXPORT answer nvmlDeviceGetClockInfo(handle device, unsigned clock, unsigned *mhz) {
  static const char *const names[] = {"smClock", "smClock", "memoryClock", "videoClock"};
  const char *name = PICK(names, clock);
  return name == NULL ? REFUSED : narrow(__func__, device, name, mhz);
}

#if DRIVER >= 535
EXPORT answer nvmlDeviceGetCurrentClocksEventReasons(handle device, uint64_t *bits) {
  return wide(__func__, device, "clockEventReasons", bits);
}
#endif

EXPORT answer nvmlDeviceGetCurrentClocksThrottleReasons(handle device, uint64_t *bits) {
  return wide(__func__, device, "clockEventReasons", bits);
}

EXPORT answer nvmlDeviceGetViolationStatus(handle device, unsigned policy, struct violation *violation) {
  static const char *const names[] = {"violationPower",      "violationThermal",        "violationSyncBoost",
                                      "violationBoardLimit", "violationLowUtilization", "violationReliability"};
  const char *name = PICK(names, policy);
  if (name == NULL) return REFUSED;
  answer code = wide(__func__, device, name, &violation->ns);
  violation->at_us = 0;
  return code;
}

EXPORT answer nvmlDeviceGetTotalEccErrors(handle device, unsigned error, unsigned counter, uint64_t *errors) {
  static const char *const names[] = {"eccVolatileCorrected", "eccAggregateCorrected", "eccVolatileUncorrected",
                                      "eccAggregateUncorrected"};
  const char *name = counter > 1 ? NULL : PICK(names, error * 2 + counter);
  return name == NULL ? REFUSED : wide(__func__, device, name, errors);
}

/* Not told while there are instances. */
EXPORT answer nvmlDeviceGetRemappedRows(handle device, unsigned *corrected, unsigned *uncorrected, unsigned *pending,
                                        unsigned *failure) {
  static const char *const names[] = {"remappedCorrectable", "remappedUncorrectable", "remapPending", "remapFailure"};
  unsigned *const into[] = {corrected, uncorrected, pending, failure};
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (at.gpu->mig == 1 && at.gpu->instances > 0) return leave(NVML_ERROR_NOT_SUPPORTED);
  for (int i = 0; i < 4 && code == NVML_SUCCESS; i += 1) {
    double value = 0;
    code = into[i] == NULL ? REFUSED : figure_now(&at, names[i], &value);
    if (code == NVML_SUCCESS) *into[i] = (unsigned)value;
  }
  return leave(code);
}

/* Only how many there are. */
EXPORT answer nvmlDeviceGetRetiredPages(handle device, unsigned cause, unsigned *count, uint64_t *addresses) {
  static const char *const names[] = {"retiredSingleBit", "retiredDoubleBit"};
  const char *name = PICK(names, cause);
  if (name == NULL || count == NULL) return REFUSED;
  unsigned room = *count;
  answer code = narrow(__func__, device, name, count);
  if (code != NVML_SUCCESS) return code;
  if (*count > room) return NVML_ERROR_INSUFFICIENT_SIZE;
  if (*count > 0) memset(addresses, 0, *count * sizeof *addresses);
  return NVML_SUCCESS;
}

EXPORT answer nvmlDeviceGetRetiredPagesPendingStatus(handle device, unsigned *pending) {
  return narrow(__func__, device, "retiredPending", pending);
}

EXPORT answer nvmlDeviceGetPcieReplayCounter(handle device, unsigned *replays) {
  return narrow(__func__, device, "pcieReplays", replays);
}

EXPORT answer nvmlDeviceGetPcieThroughput(handle device, unsigned counter, unsigned *kbs) {
  static const char *const names[] = {"pcieTransmit", "pcieReceive"};
  const char *name = PICK(names, counter);
  return name == NULL ? REFUSED : narrow(__func__, device, name, kbs);
}
