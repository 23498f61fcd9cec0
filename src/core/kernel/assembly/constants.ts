// The constants that are used at every entry of an array, in both lanes. They are variables, and exported ones, since the
// compilers would put a constant's value in the place of its name: the engine makes a value anew at every use, in three
// instructions, but reads a variable in one. Nobody sets them.

/** 1 / n!, the terms of e to the r. */
export let INVERSE_FACTORIAL_2: v128 = f64x2.splat(1.0 / 2.0)
export let INVERSE_FACTORIAL_3: v128 = f64x2.splat(1.0 / 6.0)
export let INVERSE_FACTORIAL_4: v128 = f64x2.splat(1.0 / 24.0)
export let INVERSE_FACTORIAL_5: v128 = f64x2.splat(1.0 / 120.0)
export let INVERSE_FACTORIAL_6: v128 = f64x2.splat(1.0 / 720.0)
export let INVERSE_FACTORIAL_7: v128 = f64x2.splat(1.0 / 5040.0)
export let INVERSE_FACTORIAL_8: v128 = f64x2.splat(1.0 / 40320.0)
export let INVERSE_FACTORIAL_9: v128 = f64x2.splat(1.0 / 362880.0)
export let INVERSE_FACTORIAL_10: v128 = f64x2.splat(1.0 / 3628800.0)
export let INVERSE_FACTORIAL_11: v128 = f64x2.splat(1.0 / 39916800.0)
export let INVERSE_FACTORIAL_12: v128 = f64x2.splat(1.0 / 479001600.0)
export let INVERSE_FACTORIAL_13: v128 = f64x2.splat(1.0 / 6227020800.0)

export let LOG2_E: v128 = f64x2.splat(1.4426950408889634)
/** ln 2 in two parts; the first has 21 trailing zero bits, so that its product with a small whole number is exact. */
export let LN_2_HIGH: v128 = f64x2.splat(6.9314718036912381649e-1)
export let LN_2_LOW: v128 = f64x2.splat(1.90821492927058770002e-10)

/** Beyond these e to the x is infinite or 0. */
export let EXP_LARGEST: v128 = f64x2.splat(720)
export let EXP_SMALLEST: v128 = f64x2.splat(-760)
/** From about 19.06 on tanh is 1 to the last bit. */
export let TANH_SATURATED: v128 = f64x2.splat(20)

/** Added to a whole number it leaves that number in the lowest bits of the sum. */
export let ROUNDING_SHIFT: v128 = f64x2.splat(6755399441055744.0)
/** The exponent bits of 1. */
export let EXPONENT_BIAS: v128 = i64x2.splat(1023)
export let SIGN_BIT: v128 = f64x2.splat(-0.0)

export let HALF: v128 = f64x2.splat(0.5)
export let THREE_EIGHTHS: v128 = f64x2.splat(0.375)
export let ONE: v128 = f64x2.splat(1)
export let TWO: v128 = f64x2.splat(2)

/** Added under Adagrad's square root, as in the report. */
export let EPSILON: v128 = f64x2.splat(1e-8)
