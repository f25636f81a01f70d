export { type PackageWarning, type ReadPackage } from './package.ts';
export { type PackagePicture } from './pictures.ts';
export { readPackage } from './read.ts';
export { readZip } from './read-zip.ts';
export { openFolder, type PackageSource } from './source.ts';
export { writePackage } from './write.ts';
export { openZip } from './zip.ts';
