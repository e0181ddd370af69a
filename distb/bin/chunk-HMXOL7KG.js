import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/src/hunt/profile.js
var DAY = 864e5;
var ATTRIBUTES = ["network", "country", "client", "app", "token", "device"];
function dayOf(time) {
  return Math.floor(time / DAY);
}
var Profile = class {
  /** Day → 24 bits, one an hour. */
  hours = /* @__PURE__ */ new Map();
  /** Attribute index → value id → days, in order of arrival. */
  values = ATTRIBUTES.map(() => /* @__PURE__ */ new Map());
  /** Notes one moment of activity. */
  active(time) {
    const day = dayOf(time);
    const hour = Math.floor((time - day * DAY) / 36e5);
    this.hours.set(day, (this.hours.get(day) ?? 0) | 1 << hour);
  }
  /** Notes that a value was seen on a day. */
  value(attribute, value, day) {
    const values = this.values[attribute];
    if (value === 0 || values === void 0)
      return;
    const days = values.get(value);
    if (days === void 0)
      values.set(value, [day]);
    else if (days.at(-1) !== day && !days.includes(day))
      days.push(day);
  }
  /** Takes over everything of another profile (two names of one person). */
  merge(other) {
    for (const [day, mask] of other.hours)
      this.hours.set(day, (this.hours.get(day) ?? 0) | mask);
    for (const [attribute, values] of other.values.entries()) {
      for (const [value, days] of values)
        for (const day of days)
          this.value(attribute, value, day);
    }
  }
};

export {
  DAY,
  ATTRIBUTES,
  dayOf,
  Profile
};
