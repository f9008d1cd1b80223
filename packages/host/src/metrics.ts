import type { Meter } from '@opentelemetry/api'
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus'
import { MeterProvider, type ResourceMetrics } from '@opentelemetry/sdk-metrics'

/** A number, or several told apart by labels. Labels name things of the system, never data. */
export type Reading = number | readonly { readonly value: number; readonly labels: Readonly<Record<string, string>> }[]

export interface Metrics {
  readonly meter: Meter
  /** A gauge that is read whenever somebody asks. A reading that fails is left out. */
  gauge(name: string, description: string, unit: string, read: () => Reading | Promise<Reading>): void
  /** Prometheus text exposition format. */
  serialize(): Promise<string>
  shutdown(): Promise<void>
}

/** Metrics by OpenTelemetry's names, kept in this process until Prometheus asks; opens no port of its own. */
export function createMetrics(serviceName: string, version = '0'): Metrics {
  const reader = new PrometheusExporter({ preventServerStart: true })
  const provider = new MeterProvider({ readers: [reader] })
  const meter = provider.getMeter(serviceName, version)
  const serializer = new PrometheusSerializer('', false, undefined, true, true)

  function gauge(name: string, description: string, unit: string, read: () => Reading | Promise<Reading>): void {
    meter.createObservableGauge(name, { description, unit }).addCallback(async (result) => {
      const reading = await read()
      if (typeof reading === 'number') result.observe(reading)
      else for (const { value, labels } of reading) result.observe(value, labels)
    })
  }

  gauge('process.memory.usage', 'Resident memory', 'By', () => process.memoryUsage.rss())
  gauge('process.uptime', 'Time since the process started', 's', () => process.uptime())

  return {
    meter,
    gauge,
    async serialize() {
      const { resourceMetrics } = await reader.collect()
      return serializer.serialize(withUnits(resourceMetrics))
    },
    shutdown: () => provider.shutdown()
  }
}

const units: Record<string, string> = { s: 'seconds', By: 'bytes' }

/** Prometheus names end in their unit (OpenTelemetry's compatibility rules); the serializer leaves that out. */
function withUnits(resourceMetrics: ResourceMetrics): ResourceMetrics {
  const scopeMetrics = resourceMetrics.scopeMetrics.map(({ scope, metrics }) => ({
    scope,
    metrics: metrics.map((metric) => {
      const { name, unit, ...rest } = metric.descriptor
      const spelled = units[unit] ?? ''
      return { ...metric, descriptor: { ...rest, name: spelled ? `${name}.${spelled}` : name, unit: spelled } }
    })
  }))
  return { ...resourceMetrics, scopeMetrics }
}
