// The arrays of a snapshot as heat-maps see them: the five parameters and their Adagrad memories, with the characters at
// the vocabulary's sides and, in words, what an entry leads from and to.
import { useI18n } from 'vue-i18n'
import type { RegionRequest, SnapshotDescription } from '#core/contract/snapshots.ts'
import { PARAMETERS, type ParameterName } from '#core/rnn/layout.ts'
import type { HeatArray } from '../charts/heat-map/heat-array.ts'
import { visibleCharacter } from '../format/characters.ts'
import { useStores } from '../stores/stores.ts'
import { useFormat } from './useFormat.ts'

export type ArraySource = RegionRequest['source']

/** Which array of a snapshot is meant. */
export interface ArrayChoice {
  parameter: ParameterName
  source: ArraySource
}

/** As the file's members are called: Wxh, mWxh. */
export function arrayName({ parameter, source }: ArrayChoice): string {
  return source === 'parameters' ? parameter : `m${parameter}`
}

export function useSnapshotArrays() {
  const { snapshotDetails } = useStores()
  const { t } = useI18n()
  const format = useFormat()

  /** Null for the Adagrad memory of a snapshot that has none. */
  return ({ snapshot, ...description }: SnapshotDescription, { parameter, source }: ArrayChoice): HeatArray | null => {
    const figures = description[source]?.[parameter]
    const layout = PARAMETERS.find(({ name }) => name === parameter)
    if (!figures || !layout) return null
    const [rows, columns] = figures.shape
    const characters = Array.from(snapshot.vocabulary)
    const signs = characters.map(visibleCharacter)

    function named(index: number, side: 'hiddenSize' | 'vocabularySize' | 'one'): string {
      if (side === 'one') return ''
      const character = characters[index] ?? ''
      if (side === 'vocabularySize')
        return t('heatMap.character', { sign: signs[index], name: format.characterName(character) })
      return t('heatMap.unit', { index })
    }

    return {
      name: arrayName({ parameter, source }),
      rows,
      columns,
      rowLabels: layout.rows === 'vocabularySize' ? signs : null,
      columnLabels: layout.columns === 'vocabularySize' ? signs : null,
      isSigned: source === 'parameters',
      figures,
      region: (rectangle) => snapshotDetails.region({ snapshotId: snapshot.id, parameter, source, ...rectangle }),
      describe: ({ row, column }) => {
        const to = named(row, layout.rows)
        return layout.columns === 'one'
          ? t('heatMap.bias', { to })
          : t('heatMap.weight', { from: named(column, layout.columns), to })
      },
    }
  }
}
