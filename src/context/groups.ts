/** Union-find over texts: which of them are one. Names are taken in as they are met. */
export class Groups {
	readonly #parents = new Map<string, string>();

	/** The name that stands for the whole group: the smallest in code unit order, whatever the order of joining. */
	find(name: string): string {
		let root = name;
		for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) root = parent;
		for (let at = name; at !== root; ) {
			const next = this.#parents.get(at) ?? root;
			this.#parents.set(at, root);
			at = next;
		}
		return root;
	}

	/** Makes one group of two. */
	join(one: string, other: string): void {
		const [left, right] = [this.find(one), this.find(other)];
		if (left === right) return;
		if (left < right) this.#parents.set(right, left);
		else this.#parents.set(left, right);
	}
}
