// Written by generate.ts from the services' OpenAPI documents: run it again instead of editing.
// biome-ignore-all format: generated
// biome-ignore-all lint: generated

export interface Commands {}

export interface Queries {}
