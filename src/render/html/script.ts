/** The page's only script: the filter, and unfolding for print. The page says everything without it. */
export const SCRIPT = `
(() => {
	const form = document.getElementById('filter');
	const state = document.getElementById('filter-state');
	const entries = [...document.querySelectorAll('[data-analytic]')];
	const articles = entries.filter((entry) => entry.tagName === 'ARTICLE');
	const wanted = (name) => form.elements.namedItem(name).value.trim().toLowerCase();
	const fits = (entry) => {
		const { analytic, severity, platforms, actor } = entry.dataset;
		return (
			(wanted('analytic') === '' || analytic.toLowerCase() === wanted('analytic')) &&
			(wanted('severity') === '' || severity === wanted('severity')) &&
			(wanted('platform') === '' || platforms.split(' ').includes(wanted('platform'))) &&
			actor.includes(wanted('actor'))
		);
	};
	const apply = () => {
		for (const entry of entries) entry.hidden = !fits(entry);
		const shown = articles.filter((entry) => !entry.hidden).length;
		state.textContent = shown === articles.length ? 'All ' + shown + ' shown' : shown + ' of ' + articles.length + ' shown';
	};
	if (form !== null && state !== null) {
		form.hidden = false;
		form.addEventListener('input', apply);
		form.addEventListener('reset', () => setTimeout(apply));
		form.addEventListener('submit', (event) => event.preventDefault());
		apply();
	}
	const unfold = () => {
		const target = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
		const details = target === null ? null : target.querySelector('details');
		if (details !== null) details.open = true;
	};
	addEventListener('hashchange', unfold);
	unfold();
	addEventListener('beforeprint', () => {
		for (const details of document.querySelectorAll('details')) details.open = true;
	});
})();
`.replaceAll('\t', ' ');
