// The figures of a written text in the language of the window.
import { STATISTICS, type FigureName } from '../temperatures/statistics.ts'
import { useFormat } from './useFormat.ts'

export function useStatisticFormat(): (name: FigureName, value: number | null) => string {
  const format = useFormat()
  return (name, value) => {
    const { digits, isShare } = STATISTICS.find((figure) => figure.name === name)!
    return isShare ? format.share(value, digits) : format.decimal(value, digits)
  }
}
