// The figures of a written text in the language of the window.
import { STATISTICS, type FigureName } from '../temperatures/statistics.ts'
import { useFormat } from './useFormat.ts'

/** A distance is a figure, too, without being one of the text's. */
export function useStatisticFormat(): (name: FigureName | 'distance', value: number | null) => string {
  const format = useFormat()
  return (name, value) => {
    const { digits, isShare } = STATISTICS.find((figure) => figure.name === name) ?? { digits: 1, isShare: false }
    return isShare ? format.share(value, digits) : format.decimal(value, digits)
  }
}
