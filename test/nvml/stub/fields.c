/* nvmlDeviceGetFieldValues: each field has an answer of its own. */
#include <math.h>
#include <string.h>

#include "figures.h"

struct known {
  unsigned id;
  const char *name;
};

static const struct known plain[] = {
    {3, "eccVolatileCorrected"},
    {4, "eccVolatileUncorrected"},
    {5, "eccAggregateCorrected"},
    {6, "eccAggregateUncorrected"},
    {29, "retiredSingleBit"},
    {30, "retiredDoubleBit"},
    {31, "retiredPending"},
    {38, "nvlinkCrcFlitErrors"},
    {45, "nvlinkCrcDataErrors"},
    {52, "nvlinkReplayErrors"},
    {59, "nvlinkRecoveryErrors"},
    {74, "violationPower"},
    {75, "violationThermal"},
    {76, "violationSyncBoost"},
    {77, "violationBoardLimit"},
    {78, "violationLowUtilization"},
    {79, "violationReliability"},
    {82, "memoryTemperature"},
    {83, "energy"},
    {94, "pcieReplays"},
    {142, "remappedCorrectable"},
    {143, "remappedUncorrectable"},
    {144, "remapPending"},
    {145, "remapFailure"},
#if DRIVER == 580
    /* Moved to 269 in later ones. */
    {251, "violationThermal"},
#endif
};

enum { LINK_SENT = 138, LINK_RECEIVED = 139 };
#define ALL_LINKS 0xFFFFFFFFu

/* KiB since the epoch, of one link or all. */
static answer link_traffic(const struct target *at, const struct field *field, double *value) {
  const char *name = field->id == LINK_SENT ? "nvlinkTransmit" : "nvlinkReceive";
  if (at->gpu->links == 0 || at->instance != NULL) return NVML_ERROR_NOT_SUPPORTED;
  if (field->scope != ALL_LINKS && field->scope >= at->gpu->links) return NVML_ERROR_INVALID_ARGUMENT;
  double mean;
  answer code = figure_mean(at, name, 0, now(), &mean);
  if (code == NVML_SUCCESS) *value = mean * now() / (field->scope == ALL_LINKS ? 1 : at->gpu->links);
  return code;
}

static answer field_value(const struct target *at, const struct field *field, double *value) {
  if (field->id == LINK_SENT || field->id == LINK_RECEIVED) return link_traffic(at, field, value);
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i += 1)
    if (plain[i].id == field->id) return figure_now(at, plain[i].name, value);
  return NVML_ERROR_NOT_SUPPORTED;
}

EXPORT answer nvmlDeviceGetFieldValues(handle device, int count, struct field *fields) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (fields == NULL || count < 0) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  for (int i = 0; i < count; i += 1) {
    struct field *field = &fields[i];
    double value = 0;
    field->answer = field_value(&at, field, &value);
    field->at_us = (int64_t)world_us(world(), now());
    field->latency_us = 1;
    field->type = TYPE_WIDE;
    field->value.wide = (uint64_t)llround(value);
    /* Narrow numbers come as such, as they do from drivers. */
    if (value < 1000) {
      field->type = TYPE_WHOLE;
      memset(&field->value, 0xA5, sizeof field->value);
      field->value.whole = (unsigned)llround(value);
    }
  }
  return leave(NVML_SUCCESS);
}
