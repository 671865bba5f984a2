import type { DeviceRef, HeldFigure, Holder } from '@gpuscope/aggregation';
import type { ReportJson } from '../reportJson.js';
import type { Pseudonyms } from './pseudonyms.js';

function anonymousDevice(device: DeviceRef, { name }: Pseudonyms): DeviceRef {
  switch (device.by) {
    case 'uuid':
      return { by: 'uuid', uuid: name(device.uuid) };
    case 'instance':
      return { by: 'instance', uuid: name(device.uuid), gpuInstance: device.gpuInstance };
    case 'migUuid':
      return { by: 'migUuid', migUuid: name(device.migUuid) };
    case 'minor':
      return { by: 'minor', minor: device.minor, gpuInstance: device.gpuInstance };
  }
}

function anonymousHolder(holder: Holder, { name, path }: Pseudonyms): Holder {
  switch (holder.kind) {
    case 'pod':
      return {
        kind: 'pod',
        namespace: name(holder.namespace),
        pod: name(holder.pod),
        container: name(holder.container),
      };
    case 'host':
      return { kind: 'host', host: name(holder.host) };
    case 'local':
      return {
        kind: 'local',
        host: name(holder.host),
        user: name(holder.user),
        group: name(holder.group),
        unit: path(holder.unit),
        job: name(holder.job),
        account: name(holder.account),
      };
  }
}

/** Resource names that everybody has. */
const PUBLIC_RESOURCE = /^(host|)$|^[a-z0-9.-]*(nvidia\.com|volcano\.sh)\//;

const resourceName = (resource: string, { name }: Pseudonyms): string =>
  PUBLIC_RESOURCE.test(resource) ? resource : name(resource);

function anonymousFigure(figure: HeldFigure, pseudonyms: Pseudonyms): HeldFigure {
  const { device, holder, metric, value } = figure;
  return {
    device: anonymousDevice(device, pseudonyms),
    ...(holder !== undefined && { holder: anonymousHolder(holder, pseudonyms) }),
    metric,
    value,
  };
}

/** A holder source's report without names. Fields of a later version are left out. */
export function anonymousReport(report: ReportJson, pseudonyms: Pseudonyms): ReportJson {
  const { source, claims, capacities, unknownResources, unreadableIds, silentMeansFree } = report;
  const { figures, deviceFigures, unplacedProcesses, mpsDevices } = report;
  return {
    source,
    claims: claims.map(({ device, holder, replicas, statedShare, resource }) => ({
      device: anonymousDevice(device, pseudonyms),
      holder: anonymousHolder(holder, pseudonyms),
      replicas,
      ...(statedShare !== undefined && { statedShare }),
      resource: resourceName(resource, pseudonyms),
    })),
    capacities: capacities.map(({ device, replicas, resource }) => ({
      device: anonymousDevice(device, pseudonyms),
      replicas,
      resource: resourceName(resource, pseudonyms),
    })),
    unknownResources: Object.fromEntries(
      Object.entries(unknownResources).map(([resource, count]) => [
        resourceName(resource, pseudonyms),
        count,
      ]),
    ),
    unreadableIds: unreadableIds.map((id) => pseudonyms.name(id)),
    silentMeansFree,
    ...(figures !== undefined && {
      figures: figures.map((figure) => anonymousFigure(figure, pseudonyms)),
    }),
    ...(deviceFigures !== undefined && {
      deviceFigures: deviceFigures.map(({ device, metric, value }) => ({
        device: anonymousDevice(device, pseudonyms),
        metric,
        value,
      })),
    }),
    ...(unplacedProcesses !== undefined && { unplacedProcesses }),
    ...(mpsDevices !== undefined && {
      mpsDevices: mpsDevices.map((uuid) => pseudonyms.name(uuid)),
    }),
  };
}
