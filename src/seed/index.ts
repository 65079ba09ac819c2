export { introduce } from './introduce.ts'
export { resetDemo } from './resetDemo.ts'
export { seedDemo } from './seedDemo.ts'
export { SeedError } from './seedError.ts'
