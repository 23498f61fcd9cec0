// Clipping and Adagrad in one pass over all parameters, with the measures of the update that the pass yields anyway.

/** Added under the square root, as in the report. */
const EPSILON = 1e-8

export interface UpdateMeasures {
  /** Euclidean norm of the whole gradient before clipping. */
  gradientNorm: number
  /** Share of gradient entries outside [-clip, clip], 0..1. */
  clippedShare: number
  /** Euclidean norm of all parameters after the update. */
  parameterNorm: number
}

/**
 * g = clip(g, -clip, clip); memory += g * g; parameters -= learningRate * g / sqrt(memory + 1e-8), entry by entry over
 * arrays of one length. The gradients are left clipped. Source: Duchi, Hazan and Singer 2011, as the report has it.
 */
export function adagrad(
  parameters: Float64Array,
  memory: Float64Array,
  gradients: Float64Array,
  learningRate: number,
  clip: number,
): UpdateMeasures {
  let gradientSquares = 0
  let parameterSquares = 0
  let clipped = 0
  for (let i = 0; i < parameters.length; i++) {
    let g = gradients[i]!
    gradientSquares += g * g
    if (g > clip || g < -clip) {
      g = g > 0 ? clip : -clip
      gradients[i] = g
      clipped++
    }
    const squares = memory[i]! + g * g
    memory[i] = squares
    const parameter = parameters[i]! - (learningRate * g) / Math.sqrt(squares + EPSILON)
    parameters[i] = parameter
    parameterSquares += parameter * parameter
  }
  return {
    gradientNorm: Math.sqrt(gradientSquares),
    clippedShare: clipped / parameters.length,
    parameterNorm: Math.sqrt(parameterSquares),
  }
}
