/**
 * Index of the first element that is at least `value`, in a list that ascends.
 * @param of what is compared of an element; absent: the element, a number
 */
export function lowerBound(ascending: ArrayLike<number>, value: number, of?: (element: number) => number): number {
	let low = 0;
	let high = ascending.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const element = ascending[middle] ?? 0;
		if ((of === undefined ? element : of(element)) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
