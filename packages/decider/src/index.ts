export { type Decider, fold } from './decider.ts'
export { Refusal } from './refusal.ts'
