export { servePods, type PodFinder } from './podApi.js';
export { writePodFiles } from './podFiles.js';
export { rsyslogConfig, type RsyslogShipping } from './rsyslogConfig.js';
