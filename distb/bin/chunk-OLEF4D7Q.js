import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  isObject
} from "./chunk-FI5JWCXQ.js";
import {
  EvidenceError
} from "./chunk-OTXOMCGJ.js";

// dist/src/read/limits.js
function withDefaults(options) {
  return {
    maxInflateRatio: 1e3,
    freeInflate: 64 * 2 ** 20,
    maxInflate: 2 ** 40,
    maxRecordBytes: 64 * 2 ** 20,
    maxDepth: 200,
    chunkBytes: 2 ** 20,
    ...options
  };
}

// dist/src/read/log-file.js
import { createHash } from "node:crypto";

// dist/src/read/decode.js
var LOOK = 1024;
function guessEncoding(head) {
  if (head[0] === 239 && head[1] === 187 && head[2] === 191)
    return { encoding: "utf-8", mark: 3 };
  if (head[0] === 255 && head[1] === 254)
    return { encoding: "utf-16le", mark: 2 };
  if (head[0] === 254 && head[1] === 255)
    return { encoding: "utf-16be", mark: 2 };
  const pairs = Math.min(head.length, LOOK) >> 1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i += 1) {
    if (head[2 * i] === 0)
      even += 1;
    if (head[2 * i + 1] === 0)
      odd += 1;
  }
  if (pairs >= 2 && odd > pairs * 0.6 && even < pairs * 0.1)
    return { encoding: "utf-16le", mark: 0 };
  if (pairs >= 2 && even > pairs * 0.6 && odd < pairs * 0.1)
    return { encoding: "utf-16be", mark: 0 };
  return { encoding: "utf-8", mark: 0 };
}
function decoderOf(guess) {
  return guess.encoding === "utf-8" ? new PlainDecoder(guess.mark) : new WideDecoder(guess.encoding, guess.mark);
}
var PlainDecoder = class {
  #mark;
  #skip;
  constructor(mark) {
    this.#mark = mark;
    this.#skip = mark;
  }
  decode(chunk) {
    if (this.#skip === 0)
      return chunk;
    const skipped = Math.min(this.#skip, chunk.length);
    this.#skip -= skipped;
    return chunk.subarray(skipped);
  }
  end() {
    return { rest: Buffer.alloc(0), cut: false };
  }
  origin(offset) {
    return offset + this.#mark;
  }
};
var WideDecoder = class {
  #decoder;
  #bytes = 0;
  /** Text handed out and not yet passed; `#front` is the offset of its first byte, `#units` the UTF-16 units before that. */
  #pieces = [];
  #front = 0;
  #units;
  constructor(encoding, mark) {
    this.#decoder = new TextDecoder(encoding);
    this.#units = mark / 2;
  }
  decode(chunk) {
    this.#bytes += chunk.length;
    return this.#keep(this.#decoder.decode(chunk, { stream: true }));
  }
  end() {
    return { rest: this.#keep(this.#decoder.decode()), cut: this.#bytes % 2 === 1 };
  }
  #keep(text) {
    const piece = Buffer.from(text, "utf8");
    if (piece.length > 0)
      this.#pieces.push(piece);
    return piece;
  }
  origin(offset) {
    for (let piece = this.#pieces[0]; piece !== void 0 && this.#front < offset; piece = this.#pieces[0]) {
      const passed = Math.min(piece.length, offset - this.#front);
      this.#units += countUnits(piece, passed);
      this.#front += passed;
      if (passed === piece.length)
        this.#pieces.shift();
      else
        this.#pieces[0] = piece.subarray(passed);
    }
    return this.#units * 2;
  }
};
function countUnits(bytes, length) {
  let units = 0;
  for (let i = 0; i < length; i += 1) {
    const byte = bytes[i];
    if ((byte & 192) !== 128)
      units += byte >= 240 ? 2 : 1;
  }
  return units;
}

// dist/src/read/inflate.js
import { createGunzip, createInflateRaw } from "node:zlib";

// ../../../work/main/node_modules/fzstd/esm/index.mjs
var ab = ArrayBuffer;
var u8 = Uint8Array;
var u16 = Uint16Array;
var i16 = Int16Array;
var i32 = Int32Array;
var slc = function(v, s, e) {
  if (u8.prototype.slice)
    return u8.prototype.slice.call(v, s, e);
  if (s == null || s < 0)
    s = 0;
  if (e == null || e > v.length)
    e = v.length;
  var n = new u8(e - s);
  n.set(v.subarray(s, e));
  return n;
};
var fill = function(v, n, s, e) {
  if (u8.prototype.fill)
    return u8.prototype.fill.call(v, n, s, e);
  if (s == null || s < 0)
    s = 0;
  if (e == null || e > v.length)
    e = v.length;
  for (; s < e; ++s)
    v[s] = n;
  return v;
};
var cpw = function(v, t, s, e) {
  if (u8.prototype.copyWithin)
    return u8.prototype.copyWithin.call(v, t, s, e);
  if (s == null || s < 0)
    s = 0;
  if (e == null || e > v.length)
    e = v.length;
  while (s < e) {
    v[t++] = v[s++];
  }
};
var ec = [
  "invalid zstd data",
  "window size too large (>2046MB)",
  "invalid block type",
  "FSE accuracy too high",
  "match distance too far back",
  "unexpected EOF"
];
var err = function(ind, msg, nt) {
  var e = new Error(msg || ec[ind]);
  e.code = ind;
  if (Error.captureStackTrace)
    Error.captureStackTrace(e, err);
  if (!nt)
    throw e;
  return e;
};
var rb = function(d, b, n) {
  var i = 0, o = 0;
  for (; i < n; ++i)
    o |= d[b++] << (i << 3);
  return o;
};
var b4 = function(d, b) {
  return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
};
var rzfh = function(dat, w) {
  var n3 = dat[0] | dat[1] << 8 | dat[2] << 16;
  if (n3 == 3126568 && dat[3] == 253) {
    var flg = dat[4];
    var ss = flg >> 5 & 1, cc = flg >> 2 & 1, df = flg & 3, fcf = flg >> 6;
    if (flg & 8)
      err(0);
    var bt = 6 - ss;
    var db = df == 3 ? 4 : df;
    var di = rb(dat, bt, db);
    bt += db;
    var fsb = fcf ? 1 << fcf : ss;
    var fss = rb(dat, bt, fsb) + (fcf == 1 && 256);
    var ws = fss;
    if (!ss) {
      var wb = 1 << 10 + (dat[5] >> 3);
      ws = wb + (wb >> 3) * (dat[5] & 7);
    }
    if (ws > 2145386496)
      err(1);
    var buf = new u8((w == 1 ? fss || ws : w ? 0 : ws) + 12);
    buf[0] = 1, buf[4] = 4, buf[8] = 8;
    return {
      b: bt + fsb,
      y: 0,
      l: 0,
      d: di,
      w: w && w != 1 ? w : buf.subarray(12),
      e: ws,
      o: new i32(buf.buffer, 0, 3),
      u: fss,
      c: cc,
      m: Math.min(131072, ws)
    };
  } else if ((n3 >> 4 | dat[3] << 20) == 25481893) {
    return b4(dat, 4) + 8;
  }
  err(0);
};
var msb = function(val) {
  var bits = 0;
  for (; 1 << bits <= val; ++bits)
    ;
  return bits - 1;
};
var rfse = function(dat, bt, mal) {
  var tpos = (bt << 3) + 4;
  var al = (dat[bt] & 15) + 5;
  if (al > mal)
    err(3);
  var sz = 1 << al;
  var probs = sz, sym = -1, re = -1, i = -1, ht = sz;
  var buf = new ab(512 + (sz << 2));
  var freq = new i16(buf, 0, 256);
  var dstate = new u16(buf, 0, 256);
  var nstate = new u16(buf, 512, sz);
  var bb1 = 512 + (sz << 1);
  var syms = new u8(buf, bb1, sz);
  var nbits = new u8(buf, bb1 + sz);
  while (sym < 255 && probs > 0) {
    var bits = msb(probs + 1);
    var cbt = tpos >> 3;
    var msk = (1 << bits + 1) - 1;
    var val = (dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (tpos & 7) & msk;
    var msk1fb = (1 << bits) - 1;
    var msv = msk - probs - 1;
    var sval = val & msk1fb;
    if (sval < msv)
      tpos += bits, val = sval;
    else {
      tpos += bits + 1;
      if (val > msk1fb)
        val -= msv;
    }
    freq[++sym] = --val;
    if (val == -1) {
      probs += val;
      syms[--ht] = sym;
    } else
      probs -= val;
    if (!val) {
      do {
        var rbt = tpos >> 3;
        re = (dat[rbt] | dat[rbt + 1] << 8) >> (tpos & 7) & 3;
        tpos += 2;
        sym += re;
      } while (re == 3);
    }
  }
  if (sym > 255 || probs)
    err(0);
  var sympos = 0;
  var sstep = (sz >> 1) + (sz >> 3) + 3;
  var smask = sz - 1;
  for (var s = 0; s <= sym; ++s) {
    var sf = freq[s];
    if (sf < 1) {
      dstate[s] = -sf;
      continue;
    }
    for (i = 0; i < sf; ++i) {
      syms[sympos] = s;
      do {
        sympos = sympos + sstep & smask;
      } while (sympos >= ht);
    }
  }
  if (sympos)
    err(0);
  for (i = 0; i < sz; ++i) {
    var ns = dstate[syms[i]]++;
    var nb = nbits[i] = al - msb(ns);
    nstate[i] = (ns << nb) - sz;
  }
  return [tpos + 7 >> 3, {
    b: al,
    s: syms,
    n: nbits,
    t: nstate
  }];
};
var rhu = function(dat, bt) {
  var i = 0, wc = -1;
  var buf = new u8(292), hb = dat[bt];
  var hw = buf.subarray(0, 256);
  var rc = buf.subarray(256, 268);
  var ri = new u16(buf.buffer, 268);
  if (hb < 128) {
    var _a = rfse(dat, bt + 1, 6), ebt = _a[0], fdt = _a[1];
    bt += hb;
    var epos = ebt << 3;
    var lb = dat[bt];
    if (!lb)
      err(0);
    var st1 = 0, st2 = 0, btr1 = fdt.b, btr2 = btr1;
    var fpos = (++bt << 3) - 8 + msb(lb);
    for (; ; ) {
      fpos -= btr1;
      if (fpos < epos)
        break;
      var cbt = fpos >> 3;
      st1 += (dat[cbt] | dat[cbt + 1] << 8) >> (fpos & 7) & (1 << btr1) - 1;
      hw[++wc] = fdt.s[st1];
      fpos -= btr2;
      if (fpos < epos)
        break;
      cbt = fpos >> 3;
      st2 += (dat[cbt] | dat[cbt + 1] << 8) >> (fpos & 7) & (1 << btr2) - 1;
      hw[++wc] = fdt.s[st2];
      btr1 = fdt.n[st1];
      st1 = fdt.t[st1];
      btr2 = fdt.n[st2];
      st2 = fdt.t[st2];
    }
    if (++wc > 255)
      err(0);
  } else {
    wc = hb - 127;
    for (; i < wc; i += 2) {
      var byte = dat[++bt];
      hw[i] = byte >> 4;
      hw[i + 1] = byte & 15;
    }
    ++bt;
  }
  var wes = 0;
  for (i = 0; i < wc; ++i) {
    var wt = hw[i];
    if (wt > 11)
      err(0);
    wes += wt && 1 << wt - 1;
  }
  var mb = msb(wes) + 1;
  var ts = 1 << mb;
  var rem = ts - wes;
  if (rem & rem - 1)
    err(0);
  hw[wc++] = msb(rem) + 1;
  for (i = 0; i < wc; ++i) {
    var wt = hw[i];
    ++rc[hw[i] = wt && mb + 1 - wt];
  }
  var hbuf = new u8(ts << 1);
  var syms = hbuf.subarray(0, ts), nb = hbuf.subarray(ts);
  ri[mb] = 0;
  for (i = mb; i > 0; --i) {
    var pv = ri[i];
    fill(nb, i, pv, ri[i - 1] = pv + rc[i] * (1 << mb - i));
  }
  if (ri[0] != ts)
    err(0);
  for (i = 0; i < wc; ++i) {
    var bits = hw[i];
    if (bits) {
      var code = ri[bits];
      fill(syms, i, code, ri[bits] = code + (1 << mb - bits));
    }
  }
  return [bt, {
    n: nb,
    b: mb,
    s: syms
  }];
};
var dllt = rfse(/* @__PURE__ */ new u8([
  81,
  16,
  99,
  140,
  49,
  198,
  24,
  99,
  12,
  33,
  196,
  24,
  99,
  102,
  102,
  134,
  70,
  146,
  4
]), 0, 6)[1];
var dmlt = rfse(/* @__PURE__ */ new u8([
  33,
  20,
  196,
  24,
  99,
  140,
  33,
  132,
  16,
  66,
  8,
  33,
  132,
  16,
  66,
  8,
  33,
  68,
  68,
  68,
  68,
  68,
  68,
  68,
  68,
  36,
  9
]), 0, 6)[1];
var doct = rfse(/* @__PURE__ */ new u8([
  32,
  132,
  16,
  66,
  102,
  70,
  68,
  68,
  68,
  68,
  36,
  73,
  2
]), 0, 5)[1];
var b2bl = function(b, s) {
  var len = b.length, bl = new i32(len);
  for (var i = 0; i < len; ++i) {
    bl[i] = s;
    s += 1 << b[i];
  }
  return bl;
};
var llb = /* @__PURE__ */ new u8((/* @__PURE__ */ new i32([
  0,
  0,
  0,
  0,
  16843009,
  50528770,
  134678020,
  202050057,
  269422093
])).buffer, 0, 36);
var llbl = /* @__PURE__ */ b2bl(llb, 0);
var mlb = /* @__PURE__ */ new u8((/* @__PURE__ */ new i32([
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  16843009,
  50528770,
  117769220,
  185207048,
  252579084,
  16
])).buffer, 0, 53);
var mlbl = /* @__PURE__ */ b2bl(mlb, 3);
var dhu = function(dat, out, hu) {
  var len = dat.length, ss = out.length, lb = dat[len - 1], msk = (1 << hu.b) - 1, eb = -hu.b;
  if (!lb)
    err(0);
  var st = 0, btr = hu.b, pos = (len << 3) - 8 + msb(lb) - btr, i = -1;
  for (; pos > eb && i < ss; ) {
    var cbt = pos >> 3;
    var val = (dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (pos & 7);
    st = (st << btr | val) & msk;
    out[++i] = hu.s[st];
    pos -= btr = hu.n[st];
  }
  if (pos != eb || i + 1 != ss)
    err(0);
};
var dhu4 = function(dat, out, hu) {
  var bt = 6;
  var ss = out.length, sz1 = ss + 3 >> 2, sz2 = sz1 << 1, sz3 = sz1 + sz2;
  dhu(dat.subarray(bt, bt += dat[0] | dat[1] << 8), out.subarray(0, sz1), hu);
  dhu(dat.subarray(bt, bt += dat[2] | dat[3] << 8), out.subarray(sz1, sz2), hu);
  dhu(dat.subarray(bt, bt += dat[4] | dat[5] << 8), out.subarray(sz2, sz3), hu);
  dhu(dat.subarray(bt), out.subarray(sz3), hu);
};
var rzb = function(dat, st, out) {
  var _a;
  var bt = st.b;
  var b0 = dat[bt], btype = b0 >> 1 & 3;
  st.l = b0 & 1;
  var sz = b0 >> 3 | dat[bt + 1] << 5 | dat[bt + 2] << 13;
  var ebt = (bt += 3) + sz;
  if (btype == 1) {
    if (bt >= dat.length)
      return;
    st.b = bt + 1;
    if (out) {
      fill(out, dat[bt], st.y, st.y += sz);
      return out;
    }
    return fill(new u8(sz), dat[bt]);
  }
  if (ebt > dat.length)
    return;
  if (btype == 0) {
    st.b = ebt;
    if (out) {
      out.set(dat.subarray(bt, ebt), st.y);
      st.y += sz;
      return out;
    }
    return slc(dat, bt, ebt);
  }
  if (btype == 2) {
    var b3 = dat[bt], lbt = b3 & 3, sf = b3 >> 2 & 3;
    var lss = b3 >> 4, lcs = 0, s4 = 0;
    if (lbt < 2) {
      if (sf & 1)
        lss |= dat[++bt] << 4 | (sf & 2 && dat[++bt] << 12);
      else
        lss = b3 >> 3;
    } else {
      s4 = sf;
      if (sf < 2)
        lss |= (dat[++bt] & 63) << 4, lcs = dat[bt] >> 6 | dat[++bt] << 2;
      else if (sf == 2)
        lss |= dat[++bt] << 4 | (dat[++bt] & 3) << 12, lcs = dat[bt] >> 2 | dat[++bt] << 6;
      else
        lss |= dat[++bt] << 4 | (dat[++bt] & 63) << 12, lcs = dat[bt] >> 6 | dat[++bt] << 2 | dat[++bt] << 10;
    }
    ++bt;
    var buf = out ? out.subarray(st.y, st.y + st.m) : new u8(st.m);
    var spl = buf.length - lss;
    if (lbt == 0)
      buf.set(dat.subarray(bt, bt += lss), spl);
    else if (lbt == 1)
      fill(buf, dat[bt++], spl);
    else {
      var hu = st.h;
      if (lbt == 2) {
        var hud = rhu(dat, bt);
        lcs += bt - (bt = hud[0]);
        st.h = hu = hud[1];
      } else if (!hu)
        err(0);
      (s4 ? dhu4 : dhu)(dat.subarray(bt, bt += lcs), buf.subarray(spl), hu);
    }
    var ns = dat[bt++];
    if (ns) {
      if (ns == 255)
        ns = (dat[bt++] | dat[bt++] << 8) + 32512;
      else if (ns > 127)
        ns = ns - 128 << 8 | dat[bt++];
      var scm = dat[bt++];
      if (scm & 3)
        err(0);
      var dts = [dmlt, doct, dllt];
      for (var i = 2; i > -1; --i) {
        var md = scm >> (i << 1) + 2 & 3;
        if (md == 1) {
          var rbuf = new u8([0, 0, dat[bt++]]);
          dts[i] = {
            s: rbuf.subarray(2, 3),
            n: rbuf.subarray(0, 1),
            t: new u16(rbuf.buffer, 0, 1),
            b: 0
          };
        } else if (md == 2) {
          _a = rfse(dat, bt, 9 - (i & 1)), bt = _a[0], dts[i] = _a[1];
        } else if (md == 3) {
          if (!st.t)
            err(0);
          dts[i] = st.t[i];
        }
      }
      var _b = st.t = dts, mlt = _b[0], oct = _b[1], llt = _b[2];
      var lb = dat[ebt - 1];
      if (!lb)
        err(0);
      var spos = (ebt << 3) - 8 + msb(lb) - llt.b, cbt = spos >> 3, oubt = 0;
      var lst = (dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << llt.b) - 1;
      cbt = (spos -= oct.b) >> 3;
      var ost = (dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << oct.b) - 1;
      cbt = (spos -= mlt.b) >> 3;
      var mst = (dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << mlt.b) - 1;
      for (++ns; --ns; ) {
        var llc = llt.s[lst];
        var lbtr = llt.n[lst];
        var mlc = mlt.s[mst];
        var mbtr = mlt.n[mst];
        var ofc = oct.s[ost];
        var obtr = oct.n[ost];
        cbt = (spos -= ofc) >> 3;
        var ofp = 1 << ofc;
        var off = ofp + ((dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16 | dat[cbt + 3] << 24) >>> (spos & 7) & ofp - 1);
        cbt = (spos -= mlb[mlc]) >> 3;
        var ml = mlbl[mlc] + ((dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (spos & 7) & (1 << mlb[mlc]) - 1);
        cbt = (spos -= llb[llc]) >> 3;
        var ll = llbl[llc] + ((dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (spos & 7) & (1 << llb[llc]) - 1);
        cbt = (spos -= lbtr) >> 3;
        lst = llt.t[lst] + ((dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << lbtr) - 1);
        cbt = (spos -= mbtr) >> 3;
        mst = mlt.t[mst] + ((dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << mbtr) - 1);
        cbt = (spos -= obtr) >> 3;
        ost = oct.t[ost] + ((dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << obtr) - 1);
        if (off > 3) {
          st.o[2] = st.o[1];
          st.o[1] = st.o[0];
          st.o[0] = off -= 3;
        } else {
          var idx = off - (ll != 0);
          if (idx) {
            off = idx == 3 ? st.o[0] - 1 : st.o[idx];
            if (idx > 1)
              st.o[2] = st.o[1];
            st.o[1] = st.o[0];
            st.o[0] = off;
          } else
            off = st.o[0];
        }
        for (var i = 0; i < ll; ++i) {
          buf[oubt + i] = buf[spl + i];
        }
        oubt += ll, spl += ll;
        var stin = oubt - off;
        if (stin < 0) {
          var len = -stin;
          var bs = st.e + stin;
          if (len > ml)
            len = ml;
          for (var i = 0; i < len; ++i) {
            buf[oubt + i] = st.w[bs + i];
          }
          oubt += len, ml -= len, stin = 0;
        }
        for (var i = 0; i < ml; ++i) {
          buf[oubt + i] = buf[stin + i];
        }
        oubt += ml;
      }
      if (oubt != spl) {
        while (spl < buf.length) {
          buf[oubt++] = buf[spl++];
        }
      } else
        oubt = buf.length;
      if (out)
        st.y += oubt;
      else
        buf = slc(buf, 0, oubt);
    } else if (out) {
      st.y += lss;
      if (spl) {
        for (var i = 0; i < lss; ++i) {
          buf[i] = buf[spl + i];
        }
      }
    } else if (spl)
      buf = slc(buf, spl);
    st.b = ebt;
    return buf;
  }
  err(2);
};
var cct = function(bufs, ol) {
  if (bufs.length == 1)
    return bufs[0];
  var buf = new u8(ol);
  for (var i = 0, b = 0; i < bufs.length; ++i) {
    var chk = bufs[i];
    buf.set(chk, b);
    b += chk.length;
  }
  return buf;
};
var Decompress = /* @__PURE__ */ (function() {
  function Decompress2(ondata) {
    this.ondata = ondata;
    this.c = [];
    this.l = 0;
    this.z = 0;
  }
  Decompress2.prototype.push = function(chunk, final) {
    if (typeof this.s == "number") {
      var sub = Math.min(chunk.length, this.s);
      chunk = chunk.subarray(sub);
      this.s -= sub;
    }
    var sl = chunk.length;
    var ncs = sl + this.l;
    if (!this.s) {
      if (final) {
        if (!ncs) {
          this.ondata(new u8(0), true);
          return;
        }
        if (ncs < 5)
          err(5);
      } else if (ncs < 18) {
        this.c.push(chunk);
        this.l = ncs;
        return;
      }
      if (this.l) {
        this.c.push(chunk);
        chunk = cct(this.c, ncs);
        this.c = [];
        this.l = 0;
      }
      if (typeof (this.s = rzfh(chunk)) == "number")
        return this.push(chunk, final);
    }
    if (typeof this.s != "number") {
      if (ncs < (this.z || 3)) {
        if (final)
          err(5);
        this.c.push(chunk);
        this.l = ncs;
        return;
      }
      if (this.l) {
        this.c.push(chunk);
        chunk = cct(this.c, ncs);
        this.c = [];
        this.l = 0;
      }
      if (!this.z && ncs < (this.z = chunk[this.s.b] & 2 ? 4 : 3 + (chunk[this.s.b] >> 3 | chunk[this.s.b + 1] << 5 | chunk[this.s.b + 2] << 13))) {
        if (final)
          err(5);
        this.c.push(chunk);
        this.l = ncs;
        return;
      } else
        this.z = 0;
      for (; ; ) {
        var blk = rzb(chunk, this.s);
        if (!blk) {
          if (final)
            err(5);
          var adc = chunk.subarray(this.s.b);
          this.s.b = 0;
          this.c.push(adc), this.l += adc.length;
          return;
        } else {
          this.ondata(blk, false);
          cpw(this.s.w, 0, blk.length);
          this.s.w.set(blk, this.s.w.length - blk.length);
        }
        if (this.s.l) {
          var rest = chunk.subarray(this.s.b);
          this.s = this.s.c * 4;
          this.push(rest, final);
          return;
        }
      }
    } else if (final)
      err(5);
  };
  return Decompress2;
})();

// dist/src/read/walk.js
import { lstat, readdir as readdir2, realpath, stat as stat2 } from "node:fs/promises";
import { posix, sep } from "node:path";

// dist/src/read/glob.js
import { readdir, stat } from "node:fs/promises";
var MAX_ALTERNATIVES = 1e4;
var STAR = 42;
var QUESTION = 63;
var OPEN = 91;
function isGlob(text) {
  return /[*?[{]/.test(text);
}
async function expandGlob(pattern) {
  const found = /* @__PURE__ */ new Set();
  for (const alternative of expandBraces(pattern)) {
    const segments = alternative.split("/").filter((segment, index) => segment !== "" || index === 0);
    const rooted = segments[0] === "";
    await follow(rooted ? "/" : "", rooted ? segments.slice(1) : segments, found);
  }
  return [...found].sort();
}
function matchesSegment(name, pattern) {
  if (name.startsWith(".") && !pattern.startsWith("."))
    return false;
  let at = 0;
  let want = 0;
  let starAt = -1;
  let starName = 0;
  while (at < name.length) {
    if (pattern.charCodeAt(want) === STAR) {
      starAt = want;
      starName = at;
      want += 1;
      continue;
    }
    const length = want < pattern.length ? matchOne(name.charCodeAt(at), pattern, want) : 0;
    if (length > 0) {
      at += 1;
      want += length;
      continue;
    }
    if (starAt < 0)
      return false;
    starName += 1;
    at = starName;
    want = starAt + 1;
  }
  while (pattern.charCodeAt(want) === STAR)
    want += 1;
  return want === pattern.length;
}
function matchOne(char, pattern, want) {
  const code = pattern.charCodeAt(want);
  if (code === QUESTION)
    return 1;
  if (code !== OPEN)
    return code === char ? 1 : 0;
  const close = pattern.indexOf("]", want + 2);
  if (close < 0)
    return code === char ? 1 : 0;
  const negated = pattern[want + 1] === "!" || pattern[want + 1] === "^";
  let inside = false;
  for (let i = want + (negated ? 2 : 1); i < close; i += 1) {
    const low = pattern.charCodeAt(i);
    if (pattern[i + 1] === "-" && i + 2 < close) {
      if (char >= low && char <= pattern.charCodeAt(i + 2))
        inside = true;
      i += 2;
    } else if (char === low)
      inside = true;
  }
  return inside !== negated ? close - want + 1 : 0;
}
function expandBraces(pattern) {
  const done = [];
  const open2 = [pattern];
  while (open2.length > 0 && done.length + open2.length <= MAX_ALTERNATIVES) {
    const text = open2.pop() ?? "";
    const brace = findBrace(text);
    if (brace === void 0)
      done.push(text);
    else
      for (const part of brace.parts)
        open2.push(text.slice(0, brace.start) + part + text.slice(brace.end));
  }
  return done;
}
function findBrace(text) {
  for (let start = text.indexOf("{"); start >= 0; start = text.indexOf("{", start + 1)) {
    let depth = 0;
    let from = start + 1;
    const parts = [];
    for (let i = start; i < text.length; i += 1) {
      if (text[i] === "{")
        depth += 1;
      else if (text[i] === "," && depth === 1) {
        parts.push(text.slice(from, i));
        from = i + 1;
      } else if (text[i] === "}") {
        depth -= 1;
        if (depth > 0)
          continue;
        if (parts.length === 0)
          break;
        parts.push(text.slice(from, i));
        return { start, end: i + 1, parts };
      }
    }
  }
  return void 0;
}
async function follow(base, segments, found) {
  const [segment, ...rest] = segments;
  if (segment === void 0) {
    if (base !== "")
      found.add(base);
    return;
  }
  if (segment === "**") {
    await follow(base, rest.length > 0 ? rest : ["*"], found);
    for (const entry of await entries(base)) {
      if (entry.isDirectory() && !entry.name.startsWith("."))
        await follow(join(base, entry.name), segments, found);
    }
    return;
  }
  if (!isGlob(segment)) {
    const path = join(base, segment);
    if (await exists(path))
      await follow(path, rest, found);
    return;
  }
  for (const entry of await entries(base)) {
    if (!matchesSegment(entry.name, segment))
      continue;
    if (rest.length === 0 || entry.isDirectory() || entry.isSymbolicLink())
      await follow(join(base, entry.name), rest, found);
  }
}
function join(base, name) {
  return base === "" || base.endsWith("/") ? base + name : `${base}/${name}`;
}
async function entries(folder) {
  try {
    return await readdir(folder === "" ? "." : folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
async function exists(path) {
  return stat(path).then(() => true, () => false);
}

// dist/src/read/walk.js
async function walk(paths) {
  const state = { candidates: [], notes: [], unreadable: [], visited: /* @__PURE__ */ new Set() };
  for (const path of [...new Set(paths.map(tidy))].sort())
    await addArgument(path, state);
  const files = /* @__PURE__ */ new Map();
  const ranked = state.candidates.sort((a, b) => Number(a.linked) - Number(b.linked) || compare(a.file, b.file));
  for (const candidate of ranked) {
    const known = files.get(candidate.identity);
    if (known === void 0)
      files.set(candidate.identity, candidate);
    else if (candidate.direct && !known.direct)
      files.set(candidate.identity, { ...known, direct: true });
  }
  return {
    files: [...files.values()].sort((a, b) => compare(a.file, b.file)),
    notes: state.notes.sort(),
    unreadable: state.unreadable.sort((a, b) => compare(a.file, b.file))
  };
}
async function addArgument(path, state) {
  if (path === "-") {
    state.candidates.push({ file: "-", direct: true, stream: true, size: 0, identity: "-", linked: false });
    return;
  }
  const stats = await statOf(path);
  if (stats !== void 0)
    return addPath(path, stats, state);
  if (!isGlob(path))
    throw new EvidenceError(`${path}: no such file or folder; expected a file, a folder, a glob or - for standard input`);
  const matches = await expandGlob(path);
  if (matches.length === 0)
    throw new EvidenceError(`${path}: matches no file; expected a pattern that matches at least one log file`);
  for (const match2 of matches) {
    const found = await statOf(match2);
    if (found !== void 0)
      await addPath(match2, found, state);
  }
}
async function addPath(path, stats, state) {
  if (!stats.isDirectory()) {
    const stream = stats.isFIFO();
    if (!stats.isFile() && !stream)
      throw new EvidenceError(`${path}: is a ${kindOf(stats)}; expected a file, a folder or - for standard input`);
    state.candidates.push({
      file: path,
      direct: true,
      stream,
      size: Number(stats.size),
      identity: identify(stats),
      linked: await isLink(path)
    });
    return;
  }
  const hidden = await walkFolder(path, state);
  checkFolder(path, state, hidden);
}
function checkFolder(path, state, hidden) {
  const prefix = path.endsWith("/") ? path : `${path}/`;
  const inside = (file) => path === "." || file.startsWith(prefix);
  if (state.candidates.some(({ file }) => inside(file)) || state.unreadable.some(({ file }) => inside(file) || file === path))
    return;
  const but = hidden > 0 ? " but hidden ones (names that begin with a dot are passed over)" : "";
  throw new EvidenceError(`${path}: the folder holds no files${but}; expected at least one log file in it`);
}
async function walkFolder(root, state) {
  const real = [{ path: root, linked: await isLink(root), above: [] }];
  const linked = [];
  let hidden = 0;
  for (; ; ) {
    const folder = real.pop() ?? linked.sort((a, b) => compare(b.path, a.path)).pop();
    if (folder === void 0)
      return hidden;
    hidden += await readFolder(folder, { real, linked }, state);
  }
}
async function readFolder(folder, queues, state) {
  const stats = await statOf(folder.path);
  const path = await realpath(folder.path).catch(() => folder.path);
  if (stats === void 0)
    return 0;
  if (folder.above.includes(path)) {
    state.notes.push(`${folder.path}: a link back to a folder above it; passed over`);
    return 0;
  }
  if (state.visited.has(identify(stats)))
    return 0;
  state.visited.add(identify(stats));
  let hidden = 0;
  const above = [...folder.above, path];
  try {
    for (const entry of await readdir2(folder.path, { withFileTypes: true })) {
      if (entry.name.startsWith("."))
        hidden += 1;
      else
        await addEntry(posix.join(folder.path, entry.name), folder.linked || entry.isSymbolicLink(), above, { queues, state });
    }
  } catch (error) {
    state.unreadable.push({ file: folder.path, why: `the folder cannot be read (${codeOf(error)})` });
  }
  return hidden;
}
async function addEntry(file, linked, above, to) {
  const stats = await statOf(file);
  if (stats === void 0)
    to.state.unreadable.push({ file, why: linked ? "a link that leads nowhere" : "cannot be read" });
  else if (stats.isDirectory())
    (linked ? to.queues.linked : to.queues.real).push({ path: file, linked, above });
  else if (stats.isFile()) {
    to.state.candidates.push({ file, direct: false, stream: false, size: Number(stats.size), identity: identify(stats), linked });
  } else
    to.state.notes.push(`${file}: is a ${kindOf(stats)}; passed over`);
}
function tidy(path) {
  if (path === "-")
    return path;
  if (path === "")
    throw new EvidenceError("an empty file name; expected a file, a folder, a glob or - for standard input");
  const slashed = sep === "/" ? path : path.replaceAll(sep, "/");
  const normal = posix.normalize(slashed);
  return normal.length > 1 && normal.endsWith("/") ? normal.slice(0, -1) : normal;
}
async function statOf(path) {
  try {
    return await stat2(path, { bigint: true });
  } catch (error) {
    const code = codeOf(error);
    if (code === "EACCES" || code === "EPERM")
      throw new EvidenceError(`${path}: cannot be read (${code}); expected a file that you may read`);
    return void 0;
  }
}
async function isLink(path) {
  return (await lstat(path)).isSymbolicLink();
}
function identify(stats) {
  return `${stats.dev}:${stats.ino}`;
}
function kindOf(stats) {
  if (stats.isFIFO())
    return "pipe";
  if (stats.isSocket())
    return "socket";
  return stats.isFile() ? "file" : "device";
}
function codeOf(error) {
  if (!(error instanceof Error))
    return String(error);
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// dist/src/read/inflate.js
var PIECE = 128 * 1024;
var UNFOLDED_CHUNK = 2 ** 20;
var ZSTD_PIECE = 32 * 1024;
var Guard = class {
  in = 0;
  out = 0;
  #limits;
  constructor(limits) {
    this.#limits = limits;
  }
  /** The sentence that says so when what has come out cannot be a log. */
  verdict() {
    if (this.out > this.#limits.maxInflate)
      return `it unpacks to more than ${this.#limits.maxInflate} bytes; refused`;
    if (this.out <= this.#limits.freeInflate || this.out <= this.in * this.#limits.maxInflateRatio)
      return void 0;
    return `it unpacks to more than ${this.#limits.maxInflateRatio} times its size; refused as a bomb`;
  }
};
function inflate(chunks, packing, limits, damage) {
  return packing === "zstd" ? unpackZstd(chunks, limits, damage) : unpackZlib(chunks, packing, limits, damage);
}
async function* unpackZlib(chunks, packing, limits, damage) {
  const guard = new Guard(limits);
  const zlib = packing === "gzip" ? createGunzip({ chunkSize: UNFOLDED_CHUNK }) : createInflateRaw({ chunkSize: UNFOLDED_CHUNK });
  const ready = [];
  zlib.on("data", (unfolded) => {
    guard.out += unfolded.length;
    const verdict = guard.verdict();
    if (verdict === void 0)
      ready.push(unfolded);
    else {
      damage.text ??= verdict;
      zlib.destroy();
    }
  });
  let over = false;
  zlib.on("end", () => {
    over = true;
  });
  zlib.on("error", (error) => {
    damage.text ??= codeOf(error) === "Z_BUF_ERROR" ? `the ${packing} data end too early` : `the ${packing} data are broken (${codeOf(error)})`;
  });
  try {
    for await (const chunk of chunks) {
      for (let from = 0; from < chunk.length && !over && !zlib.destroyed; from += PIECE) {
        const piece = chunk.subarray(from, from + PIECE);
        guard.in += piece.length;
        const written = write(zlib, piece);
        yield* ready.splice(0);
        await written;
      }
      yield* ready.splice(0);
      if (over || zlib.destroyed)
        break;
    }
    if (!over && !zlib.destroyed)
      await finish(zlib);
    yield* ready.splice(0);
  } finally {
    zlib.destroy();
  }
}
function write(zlib, piece) {
  return settled(zlib, (done) => zlib.write(piece, done));
}
function finish(zlib) {
  return settled(zlib, () => zlib.end());
}
function settled(zlib, start) {
  return new Promise((resolve) => {
    const done = () => {
      zlib.off("close", done);
      zlib.off("end", done);
      resolve();
    };
    zlib.on("close", done);
    zlib.on("end", done);
    start(done);
  });
}
async function* unpackZstd(chunks, limits, damage) {
  const guard = new Guard(limits);
  const ready = [];
  const zstd = new Decompress((unfolded) => {
    guard.out += unfolded.length;
    if (guard.verdict() === void 0)
      ready.push(Buffer.from(unfolded));
  });
  const push = (piece, final) => {
    try {
      zstd.push(piece, final);
    } catch (error) {
      damage.text ??= final ? "the zstd data end too early" : `the zstd data are broken (${error instanceof Error ? error.message : String(error)})`;
    }
    const verdict = guard.verdict();
    if (verdict !== void 0)
      damage.text ??= verdict;
  };
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length && damage.text === void 0; from += ZSTD_PIECE) {
      const piece = Uint8Array.from(chunk.subarray(from, from + ZSTD_PIECE));
      guard.in += piece.length;
      push(piece, false);
      yield* ready.splice(0);
    }
    if (damage.text !== void 0)
      return;
  }
  push(new Uint8Array(0), true);
  yield* ready.splice(0);
}

// dist/src/read/place.js
import { constants, createReadStream, rmSync } from "node:fs";
import { mkdtemp, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";
var spools = /* @__PURE__ */ new Map();
async function openPlace(file) {
  const spooled = spools.get(file);
  if (spooled !== void 0)
    return placeOf(file, spooled.handle, spooled.size, false);
  const handle = await openHandle(file);
  const stats = await handle.stat();
  if (stats.isFile())
    return placeOf(file, handle, stats.size, true);
  await handle.close();
  throw new EvidenceError(`${file}: is no longer a file; expected it to stay while it is read`);
}
async function spool(file, limits, input) {
  const kept = spools.get(file);
  if (kept !== void 0 && input === void 0)
    return kept.size;
  const handle = await privateFile();
  let size = 0;
  try {
    const chunks = input ?? (file === "-" ? process.stdin : createReadStream(file, { highWaterMark: limits.chunkBytes }));
    for await (const chunk of chunks) {
      limits.signal?.throwIfAborted();
      await handle.writeFile(chunk);
      size += chunk.length;
    }
  } catch (error) {
    await handle.close();
    limits.signal?.throwIfAborted();
    throw new EvidenceError(`${file}: cannot be read to its end (${codeOf(error)})`);
  }
  await spools.get(file)?.handle.close();
  spools.set(file, { handle, size });
  return size;
}
function isSpooled(file) {
  return spools.has(file);
}
async function* chunksOf(place, from, to, limits) {
  const length = Math.max(1, Math.min(limits.chunkBytes, to - from));
  const buffers = [Buffer.allocUnsafe(length), Buffer.allocUnsafe(length)];
  const fetch = (position2, turn) => place.read((turn % 2 === 0 ? buffers[0] : buffers[1]).subarray(0, Math.min(length, to - position2)), position2);
  let position = from;
  let ahead = position < to ? fetch(position, 0) : void 0;
  for (let turn = 0; ahead !== void 0; turn += 1) {
    const got = await ahead;
    limits.signal?.throwIfAborted();
    if (got === 0)
      return;
    position += got;
    ahead = position < to ? fetch(position, turn + 1) : void 0;
    ahead?.catch(() => void 0);
    yield (turn % 2 === 0 ? buffers[0] : buffers[1]).subarray(0, got);
  }
}
async function openHandle(file) {
  try {
    return await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new EvidenceError(`${file}: cannot be read (${codeOf(error)}); expected a file that you may read`);
  }
}
function placeOf(file, handle, size, owned) {
  return {
    size,
    sizeNow: async () => owned ? (await handle.stat()).size : size,
    async read(buffer, position) {
      let filled = 0;
      try {
        while (filled < buffer.length) {
          const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled);
          if (bytesRead === 0)
            break;
          filled += bytesRead;
        }
      } catch (error) {
        throw new EvidenceError(`${file}: cannot be read to its end (${codeOf(error)})`);
      }
      return filled;
    },
    close: async () => owned ? handle.close() : void 0
  };
}
async function privateFile() {
  const folder = await mkdtemp(join2(tmpdir(), "saashound-"));
  const path = join2(folder, "input");
  const handle = await open(path, "wx+", 384);
  const nameless = await unlink(path).then(() => true, () => false);
  if (nameless)
    rmSync(folder, { recursive: true, force: true });
  else
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return handle;
}

// dist/src/read/json-text.js
var TooDeep = class extends Error {
  name = "TooDeep";
};
var LONG_NUMBER = 16;
function parseExact(text, maxDepth) {
  if (opensMore(text, maxDepth) && depthOf(text) > maxDepth)
    throw new TooDeep(`nested deeper than ${maxDepth}`);
  return JSON.parse(hasLongNumber(text) ? quoteLongNumbers(text) : text);
}
function parseInner(text, maxDepth = 200) {
  const trimmed = text.trim();
  const first = trimmed.charCodeAt(0);
  if (first !== 123 && first !== 91)
    return void 0;
  try {
    return parseExact(trimmed, maxDepth);
  } catch {
    return void 0;
  }
}
function opensMore(text, limit) {
  let count = 0;
  for (let at = text.indexOf("{"); at >= 0 && count <= limit; at = text.indexOf("{", at + 1))
    count += 1;
  for (let at = text.indexOf("["); at >= 0 && count <= limit; at = text.indexOf("[", at + 1))
    count += 1;
  return count > limit;
}
function hasLongNumber(text) {
  for (let at = LONG_NUMBER - 1; at < text.length; at += LONG_NUMBER) {
    if (!isDigit(text.charCodeAt(at)))
      continue;
    let from = at;
    while (from > 0 && isDigit(text.charCodeAt(from - 1)))
      from -= 1;
    let to = at + 1;
    while (isDigit(text.charCodeAt(to)))
      to += 1;
    if (to - from >= LONG_NUMBER)
      return true;
    at = to - 1;
  }
  return false;
}
function depthOf(text) {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 34)
      i = endOfString(text, i);
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > deepest)
        deepest = depth;
    } else if (code === 125 || code === 93)
      depth -= 1;
  }
  return deepest;
}
function endOfString(text, start) {
  for (let i = start + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 92)
      i += 1;
    else if (code === 34)
      return i;
  }
  return text.length;
}
function quoteLongNumbers(text) {
  let result = "";
  let copied = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 34) {
      i = endOfString(text, i);
      continue;
    }
    if (code !== 45 && !isDigit(code))
      continue;
    let end = i + 1;
    while (isNumberPart(text.charCodeAt(end)))
      end += 1;
    const number = text.slice(i, end);
    if (/^-?[1-9]\d{15,}$/.test(number) && !Number.isSafeInteger(Number(number))) {
      result += `${text.slice(copied, i)}"${number}"`;
      copied = end;
    }
    i = end - 1;
  }
  return copied === 0 ? text : result + text.slice(copied);
}
function isDigit(code) {
  return code >= 48 && code <= 57;
}
function isNumberPart(code) {
  return isDigit(code) || code === 46 || code === 101 || code === 69 || code === 43 || code === 45;
}
var NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
var WORD = /true|false|null/y;
var ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
var BLANK = /[ \t\r\n]*/y;
function findBreak(text) {
  const closers = [];
  let at = skip(text, 0);
  let want = "value";
  for (; ; ) {
    const char = text[at];
    const closer = closers.at(-1);
    if (want === "next") {
      if (closer === void 0)
        return at < text.length ? { at, expected: "the end" } : void 0;
      if (char === ",") {
        at = skip(text, at + 1);
        want = closer === "}" ? "name" : "value";
      } else if (char === closer) {
        closers.pop();
        at = skip(text, at + 1);
      } else
        return { at, expected: `"," or "${closer}"` };
      continue;
    }
    if (want === "first" && char === closer) {
      closers.pop();
      at = skip(text, at + 1);
      want = "next";
      continue;
    }
    if (closer === "}" && (want === "name" || want === "first")) {
      const end2 = stringEnd(text, at);
      if (end2 < 0)
        return { at: -1 - end2, expected: want === "first" ? 'a name in quotes or "}"' : "a name in quotes" };
      at = skip(text, end2);
      if (text[at] !== ":")
        return { at, expected: '":"' };
      at = skip(text, at + 1);
      want = "value";
      continue;
    }
    if (char === "{" || char === "[") {
      closers.push(char === "{" ? "}" : "]");
      at = skip(text, at + 1);
      want = "first";
      continue;
    }
    const end = char === '"' ? stringEnd(text, at) : Math.max(match(NUMBER, text, at), match(WORD, text, at));
    if (end < 0)
      return { at: char === '"' ? -1 - end : at, expected: char === '"' ? "the end of the text in quotes" : "a value" };
    at = skip(text, end);
    want = "next";
  }
}
function stringEnd(text, at) {
  if (text[at] !== '"')
    return -1 - at;
  for (let i = at + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 34)
      return i + 1;
    if (code < 32)
      return -1 - i;
    if (code !== 92)
      continue;
    const length = match(ESCAPE, text, i) - i;
    if (length < 0)
      return -1 - i;
    i += length - 1;
  }
  return -1 - text.length;
}
function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
function skip(text, at) {
  return match(BLANK, text, at);
}
function showChar(char) {
  if (char === void 0 || char === "")
    return "the end";
  const code = char.codePointAt(0) ?? 0;
  return code > 32 && code < 127 ? `"${String.fromCodePoint(code)}"` : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

// dist/src/read/pages.js
var PAGE_MEMBERS = /* @__PURE__ */ new Set([
  // Microsoft Graph and Management API; Box and Slack; AWS; Zoom; generic.
  ...["value", "entries", "Records", "operation_logs", "activity_logs", "audit_logs"]
]);
var WEAK_PAGE_MEMBERS = /* @__PURE__ */ new Set([
  // Google Reports; Azure diagnostics and Salesforce queries; generic.
  ...["items", "records", "logs", "events", "data", "results", "response", "hits"]
]);
var PAGE_HOLDERS = /* @__PURE__ */ new Set(["hits", "data", "response", "result", "body"]);
var EVENT_MEMBERS = /* @__PURE__ */ new Set([
  ...[
    "actor",
    "id",
    "uuid",
    "event_id",
    "event_type",
    "eventType",
    "Operation",
    "operation",
    "operationName",
    "OperationName",
    "action"
  ],
  ...[
    "published",
    "created_at",
    "createdDateTime",
    "CreationTime",
    "CreationDate",
    "@timestamp",
    "time",
    "timestamp",
    "TimeGenerated"
  ]
]);
var GOOGLE_PAGE = "admin#reports#activities";
function isEventMember(name) {
  return EVENT_MEMBERS.has(name);
}
function isPagePath(path, event) {
  const [first = "", second] = path;
  if (second === void 0)
    return PAGE_MEMBERS.has(first) || !event && WEAK_PAGE_MEMBERS.has(first);
  if (path.length > 2 || !PAGE_HOLDERS.has(first))
    return false;
  if (first === "data" && second === "events")
    return true;
  return (!event || first === "hits") && (PAGE_MEMBERS.has(second) || WEAK_PAGE_MEMBERS.has(second));
}
function pageRecords(value) {
  if (value["kind"] === GOOGLE_PAGE && !Object.hasOwn(value, "items"))
    return [];
  const names = Object.keys(value);
  const event = names.some(isEventMember);
  let records;
  for (const name of names) {
    const found = recordsAt(value[name], [name], event);
    if (found !== void 0 && found.length >= (records?.length ?? 0))
      records = found;
  }
  return records?.length === 0 && event ? void 0 : records;
}
function recordsAt(value, path, event) {
  if (Array.isArray(value))
    return isPagePath(path, event) && value.every(isObject) ? value : void 0;
  if (path.length > 1 || !isObject(value) || !PAGE_HOLDERS.has(path[0] ?? ""))
    return void 0;
  for (const name of Object.keys(value)) {
    const found = recordsAt(value[name], [...path, name], event);
    if (found !== void 0)
      return found;
  }
  return void 0;
}

// dist/src/read/syslog.js
var MAX_HEADER = 1024;
var BEGINS = /^(?:<\d{1,3}>|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d |\d{4}-\d\d-\d\dT\d\d:\d\d)/;
function afterSyslogHeader(line) {
  if (!BEGINS.test(line))
    return void 0;
  const at = line.slice(0, MAX_HEADER).indexOf("{");
  return at > 0 ? at : void 0;
}

// dist/src/read/unwrap.js
var MAX_LAYERS = 6;
var NONE = [];
var COLLECTOR_MEMBERS = [
  "@timestamp",
  "@version",
  "agent",
  "beat",
  "ecs",
  "input",
  "log",
  "host",
  "tags",
  "timestamp",
  "ingestionTime",
  "path"
];
var ENVELOPES = [
  { name: "elastic", member: "_source", open: (record) => objectIn(record, "_source") },
  { name: "elastic", member: "event", open: (record) => original(objectIn(record, "event")?.["original"]) },
  { name: "elastic", member: "event.original", open: (record) => original(record["event.original"]) },
  // The Filebeat input of Microsoft 365 keeps the record here until the ingest pipeline has run.
  { name: "elastic", member: "o365audit", open: (record) => objectIn(record, "o365audit") },
  { name: "splunk", member: "result", open: (record) => splunkResult(record) },
  { name: "splunk", member: "_raw", open: (record) => splunkRaw(record) },
  { name: "splunk-hec", member: "event", open: (record) => splunkCollector(record) },
  { name: "eventbridge", member: "detail-type", open: (record) => objectIn(record, "detail") },
  { name: "okta-event-hook", member: "data", open: (record) => oktaHook(record) },
  { name: "wazuh", member: "data", open: (record) => wazuh(record) },
  { name: "kinesis", member: "kinesis", open: (record) => base64(objectIn(record, "kinesis")?.["data"]) },
  { name: "sqs", member: "body", open: (record) => Object.hasOwn(record, "receiptHandle") ? inner(record["body"]) : void 0 },
  { name: "sns", member: "Sns", open: (record) => inner(objectIn(record, "Sns")?.["Message"]) },
  { name: "sns", member: "TopicArn", open: (record) => inner(record["Message"]) },
  { name: "cloudwatch", member: "logEvents", open: (record) => objects(record["logEvents"]) },
  { name: "pubsub", member: "message", open: (record) => base64(objectIn(record, "message")?.["data"]) },
  { name: "message", member: "message", open: (record) => collected(record, "message") },
  { name: "json", member: "json", open: (record) => collected(record, "json") }
];
var TELLTALES = /* @__PURE__ */ new Set([
  ...ENVELOPES.map(({ member }) => member),
  ...[
    "value",
    "entries",
    "Records",
    "operation_logs",
    "activity_logs",
    "audit_logs",
    "items",
    "records",
    "logs",
    "events",
    "results",
    "response",
    "hits",
    "body"
  ]
]);
function unwrap(value) {
  if (!isSuspect(value))
    return { values: [value], envelope: NONE };
  const envelope = [];
  let values = [value];
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    const next = [];
    let opened;
    for (const one of values) {
      const found = isSuspect(one) ? openOne(one) : void 0;
      if (found === void 0)
        next.push(one);
      else {
        opened ??= found.name;
        for (const element of found.values)
          next.push(element);
      }
    }
    if (opened === void 0)
      break;
    envelope.push(opened);
    values = next;
  }
  return { values, envelope };
}
function isSuspect(value) {
  for (const name in value)
    if (TELLTALES.has(name))
      return true;
  return false;
}
function openOne(record) {
  for (const { name, member, open: open2 } of ENVELOPES) {
    if (!Object.hasOwn(record, member))
      continue;
    const values = objects(open2(record));
    if (values.length > 0)
      return { name, values };
  }
  const page = pageRecords(record);
  return page !== void 0 && page.length > 0 ? { name: "page", values: page } : void 0;
}
function objects(value) {
  if (isObject(value))
    return [value];
  return Array.isArray(value) && value.every(isObject) ? value : [];
}
function objectIn(record, name) {
  const value = Object.hasOwn(record, name) ? record[name] : void 0;
  return isObject(value) ? value : void 0;
}
function inner(value) {
  if (typeof value !== "string")
    return isObject(value) ? value : void 0;
  return parseInner(value.slice(afterSyslogHeader(value) ?? 0));
}
function original(value) {
  return typeof value === "string" ? inner(value) : void 0;
}
function splunkResult(record) {
  const result = objectIn(record, "result");
  if (result === void 0)
    return void 0;
  const splunk = Object.hasOwn(record, "preview") || Object.hasOwn(result, "_raw") || Object.hasOwn(result, "_time");
  return splunk ? result : void 0;
}
function splunkRaw(record) {
  return Object.hasOwn(record, "AuditData") ? void 0 : inner(record["_raw"]);
}
function splunkCollector(record) {
  const collected2 = Object.hasOwn(record, "sourcetype") || Object.hasOwn(record, "source") && Object.hasOwn(record, "host");
  return collected2 ? inner(record["event"]) : void 0;
}
function oktaHook(record) {
  const hook = record["eventType"] === "com.okta.event_hook" || Object.hasOwn(record, "eventTypeVersion");
  return hook ? objectIn(record, "data")?.["events"] : void 0;
}
function wazuh(record) {
  const holder = objectIn(record, "data");
  const integration = holder?.["integration"];
  return holder !== void 0 && typeof integration === "string" ? objectIn(holder, integration) : void 0;
}
function base64(value) {
  return typeof value === "string" ? parseInner(Buffer.from(value, "base64").toString("utf8")) : void 0;
}
function collected(record, name) {
  const shipped = Object.keys(record).length === 1 || COLLECTOR_MEMBERS.some((member) => Object.hasOwn(record, member));
  if (!shipped || name === "message" && typeof record[name] !== "string")
    return void 0;
  const found = inner(record[name]);
  return isObject(found) && Object.keys(found).length < 2 ? void 0 : found;
}

// dist/src/read/sink.js
var Sink = class {
  /** The file ended inside a record. */
  truncated = false;
  maxDepth;
  maxRecordBytes;
  #origin;
  #records = [];
  #rejections = [];
  #count = 0;
  /** @param origin where in the file an offset of the text lies; asked in ascending order. */
  constructor(limits, origin) {
    this.maxDepth = limits.maxDepth;
    this.maxRecordBytes = limits.maxRecordBytes;
    this.#origin = origin;
  }
  /** Records met so far, rejected ones included. */
  get count() {
    return this.#count;
  }
  /** Records and rejections that wait to be taken. */
  get waiting() {
    return this.#records.length + this.#rejections.length;
  }
  take() {
    const batch = { records: this.#records, rejections: this.#rejections };
    this.#records = [];
    this.#rejections = [];
    return batch;
  }
  /** A record as JSON text. `last`: nothing comes behind it, so that JSON which only ends too early is a cut file. */
  json(text, span, locate, last = false) {
    let value;
    try {
      value = parseExact(text, this.maxDepth);
    } catch (error) {
      if (error instanceof TooDeep)
        this.tooDeep(locate().line);
      else if (last && isCut(text))
        this.cut(locate().line, "a record");
      else
        this.broken(text, locate);
      return;
    }
    this.value(value, span, () => locate().line);
  }
  /** A record as a parsed value: an object, or an array of objects that stand for one batch. */
  value(value, span, line) {
    if (isObject(value)) {
      this.#object(value, span);
      return;
    }
    if (isBatch(value)) {
      const values = value.flatMap((element) => unwrap(element).values);
      this.#parts(values, ["array"], span);
      return;
    }
    this.reject("not-an-object", line(), `a JSON ${kindOf2(value)}`, "a JSON object");
  }
  /** Counts a record that cannot be used. */
  reject(reason, line, got, expected) {
    this.#count += 1;
    this.#rejections.push({ reason, record: this.#count, line, got, expected });
  }
  tooDeep(line) {
    this.reject("too-deep", line, `nested deeper than ${this.maxDepth} levels`, `at most ${this.maxDepth} levels`);
  }
  tooLong(line) {
    this.reject("too-long", line, `a record of more than ${this.maxRecordBytes} bytes`, `at most ${this.maxRecordBytes} bytes`);
  }
  cut(line, what) {
    this.truncated = true;
    this.reject("truncated", line, `the file ends inside ${what}`, "a whole record");
  }
  /** Counts a record whose text is not JSON, with the place where it breaks. */
  broken(text, locate) {
    const { line, column } = locate();
    const found = findBreak(text) ?? { at: text.length, expected: "a JSON value" };
    const before = text.slice(0, found.at);
    const newline = before.lastIndexOf("\n");
    const breakLine = newline < 0 ? line : line + before.split("\n").length - 1;
    const breakColumn = newline < 0 ? column + before.length : before.length - newline;
    const char = showChar(text.slice(found.at, found.at + 2));
    this.reject("broken-json", line, `JSON that breaks at line ${breakLine}, column ${breakColumn}: ${char}`, found.expected);
  }
  #object(value, span) {
    const { values, envelope } = unwrap(value);
    if (values.length > 1) {
      this.#parts(values, envelope, span);
      return;
    }
    this.#count += 1;
    const { offset, length } = this.#place(span);
    const record = { value: values[0] ?? value, record: this.#count, offset, length };
    this.#records.push(envelope.length === 0 ? record : { ...record, envelope });
  }
  #parts(values, envelope, span) {
    const at = this.#place(span);
    this.#count += 1;
    for (const [index, value] of values.entries()) {
      this.#records.push({ value, record: this.#count, ...at, envelope, ...values.length > 1 && { part: index + 1 } });
    }
  }
  #place({ offset, length }) {
    const from = this.#origin(offset);
    return { offset: from, length: this.#origin(offset + length) - from };
  }
};
function isBatch(value) {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}
function kindOf2(value) {
  if (value === null)
    return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
var STUMP = 5;
function isCut(text) {
  const at = findBreak(text)?.at ?? 0;
  return at >= text.length || at >= text.length - STUMP && /^(?:[a-z]+|-|\\u?[\da-fA-F]*)$/.test(text.slice(at));
}

// dist/src/read/sniff.js
var MOST = 0.6;
var DELIMITERS = [",", ";", "	", "|"];
function sniff(head, whole) {
  const text = head.toString("utf8");
  const begin = text.search(/[^\s\x1e]/);
  if (begin < 0)
    return "blank";
  const lines = linesOf(text, whole);
  if (text[begin] === "[" && !text.startsWith("[", begin + 1) && lines.length < 2)
    return { container: "json" };
  const objects2 = lines.filter(isObjectLine).length;
  if (objects2 > 0 && objects2 >= lines.length * MOST) {
    return lines.length === 1 && isPageLine(lines[0] ?? "") ? { container: "json" } : { container: "ndjson" };
  }
  if (text[begin] === "[" || text[begin] === "{")
    return { container: "json" };
  if (afterSyslogHeader(text.slice(begin)) !== void 0 && lines.length < 2)
    return { container: "ndjson" };
  if (/[\0-\x08\x0e-\x1a]/.test(text))
    return void 0;
  const delimiter = delimiterOf(headerLine(lines.length > 0 ? lines : [text]));
  return delimiter === void 0 ? void 0 : { container: "csv", delimiter };
}
function linesOf(text, whole) {
  const lines = text.split(/\r\n|\n|\r/);
  if (!whole)
    lines.pop();
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
function isObjectLine(line) {
  if (!line.endsWith("}"))
    return false;
  if (!line.startsWith("{"))
    return afterSyslogHeader(line) !== void 0;
  return line.length > 2 || line === "{}";
}
function isPageLine(line) {
  const value = parseInner(line);
  return isObject(value) && pageRecords(value) !== void 0;
}
function headerLine(lines) {
  return lines.find((line) => !/^"?(?:#TYPE |sep=.)/.test(line)) ?? "";
}
function delimiterOf(header) {
  const bare = header.replace(/"[^"]*"/g, "");
  let best;
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = bare.split(delimiter).length - 1;
    if (count > most) {
      most = count;
      best = delimiter;
    }
  }
  if (best !== void 0)
    return best;
  return /^(?:"[^"]{1,80}"|[\w.@ -]{1,80})$/.test(header) && header.split(" ").length <= 3 ? "," : void 0;
}

// dist/src/read/window.js
var NEWLINE = 10;
var SHORT_LINE = 96;
var STRETCH = 8192;
var Window = class {
  bytes = Buffer.allocUnsafe(2 ** 16);
  /** Index in `bytes` of the first byte still needed. After `push` it is always 0. */
  start = 0;
  /** Index behind the last byte read. */
  end = 0;
  #base = 0;
  #lines = 1;
  /** Appends bytes (copied) and moves what is still needed to the front: indices from before shrink by the former `start`. */
  push(chunk) {
    const kept = this.end - this.start;
    if (kept + chunk.length > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(kept + chunk.length, this.bytes.length * 2));
      this.bytes.copy(larger, 0, this.start, this.end);
      this.bytes = larger;
    } else if (this.start > 0)
      this.bytes.copyWithin(0, this.start, this.end);
    this.#base += this.start;
    this.start = 0;
    chunk.copy(this.bytes, kept);
    this.end = kept + chunk.length;
  }
  /** Gives up everything before an index. */
  discard(to) {
    if (to <= this.start)
      return;
    this.#lines += countNewlines(this.bytes, this.start, to);
    this.start = to;
  }
  /** Offset in the text of an index. */
  offset(index) {
    return this.#base + index;
  }
  /** 1-based line of an index at or behind `start`. */
  line(index) {
    return this.#lines + countNewlines(this.bytes, this.start, index);
  }
  text(from, to) {
    return this.bytes.toString("utf8", from, to);
  }
};
function countNewlines(bytes, from, to) {
  let count = 0;
  let at = from;
  while (at < to) {
    const found = bytes.indexOf(NEWLINE, at);
    if (found < 0 || found >= to)
      break;
    count += 1;
    const near = found - at < SHORT_LINE;
    at = found + 1;
    if (!near)
      continue;
    const until = Math.min(to, at + STRETCH);
    for (; at < until; at += 1)
      if (bytes[at] === NEWLINE)
        count += 1;
  }
  return count;
}

// dist/src/read/split-csv.js
var QUOTE = 34;
var NEWLINE2 = 10;
var RETURN = 13;
var PER_CELL = 3;
var MAX_GLANCE = 2 ** 20;
var CsvSplitter = class {
  #sink;
  #window = new Window();
  #delimiter;
  #header;
  #headerText = "";
  /** Where scanning goes on, from the row's first byte. */
  #at = 0;
  #cellAt = 0;
  #inQuotes = false;
  #doubled = false;
  #cells = [];
  #scratch = Buffer.allocUnsafe(2 ** 12);
  /** A row had fewer cells than the header: such a last row is then no sign of a cut. */
  #shortRows = false;
  /** The row is too long: bytes are dropped until a line ends. */
  #overlong = false;
  constructor(sink, delimiter) {
    this.#sink = sink;
    this.#delimiter = delimiter.charCodeAt(0);
  }
  get settled() {
    return this.#window.offset(this.#window.start);
  }
  push(chunk) {
    this.#window.push(chunk);
    while (this.#row(false))
      ;
    this.#dropOverlong();
  }
  end() {
    while (this.#row(true))
      ;
    this.#window.start = this.#window.end;
  }
  /** Reads one row; false when more bytes are needed, or none are left. */
  #row(last) {
    const { bytes, end, start } = this.#window;
    if (this.#overlong && !this.#skipLine(start, last))
      return false;
    if (start >= end)
      return false;
    const delimiter = this.#delimiter;
    let i = start + this.#at;
    for (; ; ) {
      if (this.#inQuotes) {
        while (i < end && bytes[i] !== QUOTE)
          i += 1;
        if (i >= end || i + 1 >= end && !last)
          return this.#wait(i - start, last);
        const next = i + 1 < end ? bytes[i + 1] : NEWLINE2;
        if (next === QUOTE) {
          this.#doubled = true;
          i += 2;
          continue;
        }
        if (next !== delimiter && next !== NEWLINE2 && next !== RETURN)
          return this.#misquoted(last);
        this.#cells.push(this.#cellAt + 1, i - start, this.#doubled ? 1 : 0);
        this.#inQuotes = false;
        i += 1;
      } else if (i < end && bytes[i] === QUOTE && i - start === this.#cellAt) {
        this.#inQuotes = true;
        this.#doubled = false;
        i += 1;
        continue;
      } else {
        while (i < end) {
          const byte = bytes[i];
          if (byte === delimiter || byte === NEWLINE2 || byte === RETURN)
            break;
          i += 1;
        }
        if (i >= end && !last)
          return this.#wait(i - start, false);
        this.#cells.push(this.#cellAt, i - start, 0);
      }
      if (i < end && bytes[i] === delimiter) {
        i += 1;
        this.#cellAt = i - start;
        continue;
      }
      if (i < end && bytes[i] === RETURN && i + 1 >= end && !last) {
        this.#cells.length -= PER_CELL;
        this.#inQuotes = bytes[start + this.#cellAt] === QUOTE;
        return this.#wait(this.#inQuotes ? i - 1 - start : i - start, false);
      }
      return this.#endRow(i);
    }
  }
  #wait(at, last) {
    this.#at = at;
    return last ? this.#misquoted(true) : false;
  }
  #endRow(stop) {
    const { bytes, end, start } = this.#window;
    const cut = stop >= end;
    this.#use(start, stop, cut);
    const next = bytes[stop] === RETURN && bytes[stop + 1] === NEWLINE2 ? stop + 2 : stop + 1;
    this.#moveTo(Math.min(next, end));
    return true;
  }
  #moveTo(next) {
    this.#window.discard(next);
    this.#cells.length = 0;
    this.#at = 0;
    this.#cellAt = 0;
    this.#inQuotes = false;
    this.#doubled = false;
  }
  #use(start, stop, cut) {
    if (start === stop)
      return;
    const cells = this.#cells.length / PER_CELL;
    if (this.#header === void 0) {
      this.#useHeader(start, stop);
      return;
    }
    const { length } = this.#header;
    if (cells === length && this.#repeatsHeader(start, stop))
      return;
    const line = this.#window.line(start);
    if (stop - start > this.#sink.maxRecordBytes) {
      this.#sink.tooLong(line);
      return;
    }
    if (cells > length && !this.#restIsEmpty(length)) {
      this.#sink.reject("broken-csv", line, `${cells} cells`, `${length} cells as in the header`);
      return;
    }
    if (cells < length) {
      if (this.#isBlank(start, stop))
        return;
      if (cut && !this.#shortRows) {
        this.#sink.cut(line, `a row: ${cells} of ${length} cells`);
        return;
      }
      this.#shortRows = true;
    }
    this.#sink.value(this.#rowObject(start), { offset: this.#window.offset(start), length: stop - start }, () => line);
  }
  #rowObject(start) {
    const header = this.#header ?? [];
    const row = {};
    for (let i = 0; i < header.length; i += 1) {
      const name = header[i];
      const text = i * PER_CELL < this.#cells.length ? this.#cell(start, i) : "";
      if (name === "__proto__")
        Object.defineProperty(row, name, { value: text, enumerable: true, writable: true, configurable: true });
      else
        row[name] = text;
    }
    return row;
  }
  #cell(start, index) {
    const at = index * PER_CELL;
    const from = start + this.#cells[at];
    const to = start + this.#cells[at + 1];
    return this.#cells[at + 2] === 1 ? this.#undoubled(from, to) : this.#window.text(from, to);
  }
  /** The text with one quote for two: byte by byte, because replaceAll leaves a string in hundreds of pieces. */
  #undoubled(from, to) {
    const { bytes } = this.#window;
    if (this.#scratch.length < to - from)
      this.#scratch = Buffer.allocUnsafe(2 * (to - from));
    const scratch = this.#scratch;
    let length = 0;
    for (let i = from; i < to; i += 1) {
      const byte = bytes[i];
      scratch[length] = byte;
      length += 1;
      if (byte === QUOTE)
        i += 1;
    }
    return scratch.toString("utf8", 0, length);
  }
  /** The first row, once the lines that PowerShell (`#TYPE …`) and Excel (`sep=;`) put before it have gone. */
  #useHeader(start, stop) {
    const text = this.#window.text(start, stop);
    if (/^"?#TYPE /.test(text) || this.#isBlank(start, stop))
      return;
    const separator = /^"?sep=(.)"?$/.exec(text);
    if (separator?.[1] !== void 0) {
      this.#delimiter = separator[1].charCodeAt(0);
      return;
    }
    const names = Array.from({ length: this.#cells.length / PER_CELL }, (_, index) => this.#cell(start, index));
    this.#header = nameColumns(names);
    this.#headerText = text;
  }
  /** Files joined end to end repeat their header: that is no record. */
  #repeatsHeader(start, stop) {
    return stop - start === Buffer.byteLength(this.#headerText) && this.#window.text(start, stop) === this.#headerText;
  }
  #restIsEmpty(from) {
    for (let i = from; i * PER_CELL < this.#cells.length; i += 1)
      if (this.#cells[i * PER_CELL] !== this.#cells[i * PER_CELL + 1])
        return false;
    return true;
  }
  #isBlank(start, stop) {
    return this.#cells.length === PER_CELL && stop - start < 256 && this.#window.text(start, stop).trim() === "";
  }
  /** A quote where none may be, or none where one must be: gives up the row up to the next line that is a row by itself. */
  #misquoted(last) {
    const { bytes, end, start } = this.#window;
    const line = this.#window.line(start);
    const next = this.#nextGoodLine(start, end);
    if (next !== void 0 || !last) {
      const newline = bytes.indexOf(NEWLINE2, start);
      if (next === void 0 && (newline < 0 || newline >= end)) {
        this.#overlong = true;
        this.#sink.reject("broken-csv", line, "a quote in the middle of a cell", "quotes doubled inside quotes");
        this.#moveTo(end);
        return false;
      }
      this.#sink.reject("broken-csv", line, "quotes that do not match", "cells in quotes, quotes in them doubled");
      this.#moveTo(next ?? newline + 1);
      return true;
    }
    if (this.#inQuotes)
      this.#sink.cut(line, "a quoted cell");
    else
      this.#sink.reject("broken-csv", line, "quotes that do not match", "cells in quotes, quotes in them doubled");
    this.#moveTo(end);
    return false;
  }
  /** Where the first later line begins that has as many cells as the header, all its quotes in order. */
  #nextGoodLine(start, end) {
    const { bytes } = this.#window;
    const wanted = this.#header?.length ?? 0;
    if (wanted < 2)
      return void 0;
    const limit = Math.min(end, start + MAX_GLANCE);
    for (let newline = bytes.indexOf(NEWLINE2, start); newline >= 0 && newline < limit; ) {
      const stop = bytes.indexOf(NEWLINE2, newline + 1);
      if (stop < 0 || stop >= end)
        return void 0;
      if (countCells(bytes, newline + 1, stop, this.#delimiter) === wanted)
        return newline + 1;
      newline = stop;
    }
    return void 0;
  }
  #dropOverlong() {
    const { end, start } = this.#window;
    if (end - start <= this.#sink.maxRecordBytes || this.#overlong)
      return;
    this.#sink.tooLong(this.#window.line(start));
    const next = this.#nextGoodLine(start, end);
    this.#overlong = next === void 0;
    this.#moveTo(next ?? end);
    if (next !== void 0)
      while (this.#row(false))
        ;
  }
  #skipLine(start, last) {
    const { bytes, end } = this.#window;
    const newline = bytes.indexOf(NEWLINE2, start);
    const found = newline >= 0 && newline < end;
    this.#moveTo(found ? newline + 1 : end);
    if (found)
      this.#overlong = false;
    return found && (last || this.#window.start < end);
  }
};
function nameColumns(cells) {
  const seen = /* @__PURE__ */ new Set();
  return cells.map((cell, index) => {
    const plain = cell.trim().replace(/\s+/g, " ") || `column ${index + 1}`;
    let name = plain;
    for (let times = 2; seen.has(name); times += 1)
      name = `${plain} (${times})`;
    seen.add(name);
    return name;
  });
}
function countCells(bytes, from, to, delimiter) {
  let cells = 1;
  let i = from;
  for (; ; ) {
    if (bytes[i] === QUOTE && i < to) {
      for (i += 1; ; i += 1) {
        const quote = bytes.indexOf(QUOTE, i);
        if (quote < 0 || quote >= to)
          return 0;
        i = quote + 1;
        if (bytes[i] !== QUOTE || i >= to)
          break;
      }
      if (i < to && bytes[i] !== delimiter && bytes[i] !== RETURN)
        return 0;
    }
    while (i < to && bytes[i] !== delimiter)
      i += 1;
    if (i >= to)
      return cells;
    cells += 1;
    i += 1;
  }
}

// dist/src/read/json-bytes.js
var PLAIN = 0;
var QUOTE2 = 1;
var OPEN2 = 2;
var CLOSE = 3;
var WRONG = 4;
var BRACE = 123;
var BRACKET = 91;
var END_BRACE = 125;
var END_BRACKET = 93;
var COMMA = 44;
var COLON = 58;
var QUOTE_MARK = 34;
var BACKSLASH = 92;
var NEWLINE3 = 10;
var MEANING = meanings();
function meanings() {
  const table = new Uint8Array(256).fill(WRONG);
  for (const char of " 	\r\n,:0123456789+-.eEtrufalsn")
    table[char.charCodeAt(0)] = PLAIN;
  table[QUOTE_MARK] = QUOTE2;
  table[BRACE] = OPEN2;
  table[BRACKET] = OPEN2;
  table[END_BRACE] = CLOSE;
  table[END_BRACKET] = CLOSE;
  return table;
}
function isSpace(byte) {
  return byte === 32 || byte === NEWLINE3 || byte === 13 || byte === 9 || byte === 30;
}
function lastSolid(bytes, from, at) {
  for (let i = at - 1; i >= from; i -= 1)
    if (!isSpace(bytes[i]))
      return i;
  return -1;
}
function nextSolid(bytes, at, end) {
  let i = at;
  while (i < end && isSpace(bytes[i]))
    i += 1;
  return i;
}

// dist/src/read/page-probe.js
var MAX_NAME = 64;
var PageProbe = class {
  #event = false;
  /** Where the string that is being read begins, as an index of the window; -1 when it is no name. */
  #nameAt = -1;
  #name = "";
  #path = [];
  #suspect = false;
  /** A top-level object begins. */
  begin() {
    this.#event = false;
    this.#nameAt = -1;
    this.#name = "";
    this.#path.length = 0;
    this.#suspect = false;
  }
  /** The window has moved: indices shrink. */
  move(by) {
    if (this.#nameAt >= 0)
      this.#nameAt = Math.max(0, this.#nameAt - by);
  }
  /** From where on bytes are needed when scanning goes on at `at`. */
  keepFrom(at) {
    if (at - this.#nameAt > 2 * MAX_NAME)
      this.#nameAt = -1;
    const back = Math.max(0, at - 2 * MAX_NAME);
    return this.#nameAt >= 0 ? Math.min(this.#nameAt - 1, back) : back;
  }
  /** A string begins at this quote. */
  quote(bytes, at, inObject, start) {
    const before = lastSolid(bytes, start, at);
    const byte = before < 0 ? 0 : bytes[before];
    this.#nameAt = inObject && (byte === COMMA || byte === BRACE) ? at + 1 : -1;
  }
  /** The string ends at this quote. */
  string(bytes, at, depth) {
    if (this.#nameAt < 0)
      return;
    this.#name = at - this.#nameAt <= MAX_NAME ? bytes.toString("utf8", this.#nameAt, at) : "";
    this.#nameAt = -1;
    if (depth !== 1)
      return;
    if (isEventMember(this.#name))
      this.#event = true;
    if (this.#name === "kind" || isPagePath([this.#name], false))
      this.#suspect = true;
  }
  /** An object opens as the member just named. */
  descend(depth, named) {
    this.#path[depth - 1] = named ? this.#name : "";
    this.#path.length = depth;
  }
  /** Whether an array that opens as the member just named holds a page's records. */
  isPage(depth) {
    return isPagePath([...this.#path.slice(0, depth - 1), this.#name], this.#event);
  }
  /** Whether the object has shown itself to be an event. */
  get isEvent() {
    return this.#event;
  }
  /** Whether the object that is over might be a page without records. */
  get mayBeEmptyPage() {
    return this.#suspect;
  }
};

// dist/src/read/resync.js
var MAX_OPENING = 256;
var MAX_INDENT = 64;
var Resync = class {
  /** What stood between the last newline and the record; undefined when records do not begin a line. */
  #indent;
  /** The same for the record to come. */
  #coming = "";
  /** `{"firstName":` of a whole record. */
  #opening;
  #learnt = false;
  /** How far before a break the next record may already have begun: a missing quote swallows that much. */
  get reach() {
    return (this.#opening?.length ?? 0) + MAX_INDENT;
  }
  /** From where on bytes are needed to look for a record from `at` on. */
  keepFrom(at) {
    return at - MAX_INDENT - 2;
  }
  /** A byte between records. */
  pass(byte) {
    if (byte === NEWLINE3)
      this.#coming = "";
    else if (!isSpace(byte))
      this.#coming = void 0;
    else if (this.#coming !== void 0 && byte !== 13) {
      this.#coming = this.#coming.length < MAX_INDENT ? this.#coming + String.fromCharCode(byte) : void 0;
    }
  }
  /** A record begins. */
  begin() {
    this.#indent = this.#coming;
  }
  /** A record has ended. */
  end() {
    this.#coming = void 0;
  }
  /** Remembers how a whole record begins. */
  learn(bytes, from, end) {
    if (this.#learnt)
      return;
    this.#learnt = true;
    this.#opening = openingOf(bytes, from, end);
  }
  /** A broken record has to do where there was no whole one yet. */
  learnBroken(bytes, from, end) {
    if (!this.#learnt)
      this.#opening ??= openingOf(bytes, from, end);
  }
  /** The head of a page is broken: its records begin in a way not yet seen, behind the next bracket. */
  forget() {
    if (this.#learnt)
      return;
    this.#indent = void 0;
    this.#opening = void 0;
  }
  /** Looks for a record from `from` on. `at`: where it begins, or where to go on once there is more. */
  find(window, from, last) {
    const { bytes, end } = window;
    for (let at = bytes.indexOf(BRACE, from); at >= 0 && at < end; at = bytes.indexOf(BRACE, at + 1)) {
      if (!last && end - at < MAX_OPENING + 8)
        return { element: false, at };
      if (this.#fits(bytes, window.start, at, end)) {
        if (this.#indent !== void 0)
          this.#coming = this.#indent;
        return { element: true, at };
      }
    }
    return { element: false, at: Math.max(from, end) };
  }
  #fits(bytes, start, at, end) {
    if (this.#indent !== void 0)
      return this.#beginsLine(bytes, start, at, this.#indent);
    const before = lastSolid(bytes, start, at);
    if (before < 0 || bytes[before] !== COMMA && bytes[before] !== BRACKET && !this.#beginsLine(bytes, start, at, ""))
      return false;
    if (this.#opening === void 0)
      return bytes[nextSolid(bytes, at + 1, end)] === QUOTE_MARK;
    return bytes.compare(this.#opening, 0, this.#opening.length, at, Math.min(end, at + this.#opening.length)) === 0;
  }
  #beginsLine(bytes, start, at, indent) {
    const newline = at - indent.length - 1;
    return newline >= start && bytes[newline] === NEWLINE3 && bytes.toString("latin1", newline + 1, at) === indent;
  }
};
function openingOf(bytes, from, end) {
  const limit = Math.min(end, from + MAX_OPENING);
  const quote = nextSolid(bytes, from + 1, limit);
  if (quote >= limit || bytes[quote] !== QUOTE_MARK)
    return void 0;
  const close = bytes.indexOf(QUOTE_MARK, quote + 1);
  if (close < 0 || close + 1 >= limit)
    return void 0;
  return Buffer.from(bytes.subarray(from, close + 1));
}

// dist/src/read/split-json.js
var JsonSplitter = class {
  #sink;
  #window = new Window();
  #probe = new PageProbe();
  #resync = new Resync();
  #state = "between";
  /** Where scanning goes on, as an index of the window. */
  #at = 0;
  /** Where the element begins. */
  #from = 0;
  #inString = false;
  /** Brackets that are open, by their opening byte; only the first `maxDepth` + a few are kept. */
  #stack;
  #depth = 0;
  /** Depth outside the element: 0 for a top-level value. */
  #base = 0;
  #tooDeep = false;
  #tooLong = false;
  /** Something was broken: stray closing brackets may follow. */
  #damaged = false;
  constructor(sink) {
    this.#sink = sink;
    this.#stack = new Uint8Array(sink.maxDepth + 16);
  }
  get settled() {
    return this.#window.offset(this.#window.start);
  }
  push(chunk) {
    const moved = this.#window.start;
    this.#window.push(chunk);
    this.#at -= moved;
    this.#from -= moved;
    this.#probe.move(moved);
    this.#run(false);
  }
  end() {
    this.#run(true);
    const line = () => this.#window.line(this.#from);
    if (this.#state === "scalar")
      this.#endScalar(this.#window.end);
    if (this.#state === "element" && !this.#tooLong)
      this.#sink.cut(line(), "a record");
    else if (this.#depth > 0 && !this.#damaged)
      this.#sink.truncated = true;
    this.#window.start = this.#window.end;
  }
  #run(last) {
    while (this.#step(last))
      ;
    this.#release();
  }
  /** One element, or one stretch between elements; false when more bytes are needed. */
  #step(last) {
    switch (this.#state) {
      case "between":
        return this.#between();
      case "element":
      case "page":
        return this.#inside(last);
      case "scalar":
        return this.#scalar();
      case "lost":
        return this.#search(last);
    }
  }
  /** Gives up the bytes that nobody needs any more. */
  #release() {
    const window = this.#window;
    if (this.#state === "element" && !this.#tooLong) {
      if (window.end - this.#from > this.#sink.maxRecordBytes) {
        this.#tooLong = true;
        this.#sink.tooLong(window.line(this.#from));
      } else {
        window.discard(this.#from);
        return;
      }
    }
    if (this.#state === "scalar") {
      if (window.end - this.#from <= this.#sink.maxRecordBytes) {
        window.discard(this.#from);
        return;
      }
      this.#sink.tooLong(window.line(this.#from));
      this.#loseFrom(window.end);
    }
    let keep = this.#at;
    if (this.#state === "page")
      keep = this.#probe.keepFrom(keep);
    else if (this.#state === "lost")
      keep = this.#resync.keepFrom(keep);
    window.discard(Math.max(window.start, Math.min(keep, window.end)));
  }
  #between() {
    const { bytes, end } = this.#window;
    for (let i = this.#at; i < end; i += 1) {
      const byte = bytes[i];
      if (byte === COMMA || isSpace(byte)) {
        this.#resync.pass(byte);
        continue;
      }
      this.#at = i;
      if (byte === BRACE)
        this.#begin(i);
      else if (byte === BRACKET && this.#depth < 8)
        this.#openArray(i);
      else if (byte === END_BRACKET || byte === END_BRACE)
        return this.#closeOutside(i, byte);
      else
        this.#beginScalar(i);
      return true;
    }
    this.#at = end;
    return false;
  }
  #begin(at) {
    this.#resync.begin();
    this.#from = at;
    this.#base = this.#depth;
    this.#state = "element";
    this.#tooDeep = false;
    this.#tooLong = false;
    this.#inString = false;
    if (this.#depth === 0)
      this.#probe.begin();
    this.#stack[this.#depth] = BRACE;
    this.#depth += 1;
    this.#at = at + 1;
  }
  #openArray(at) {
    this.#stack[this.#depth] = BRACKET;
    this.#depth += 1;
    this.#at = at + 1;
    this.#resync.pass(BRACKET);
  }
  /** A closing bracket between elements: the end of an array, perhaps that of a page. */
  #closeOutside(at, byte) {
    this.#at = at + 1;
    if (this.#depth === 0 || byte !== END_BRACKET) {
      if (this.#depth === 0 && this.#damaged)
        return true;
      this.#from = at;
      this.#lose(at);
      return true;
    }
    this.#depth -= 1;
    if (this.#depth > 0 && this.#stack[this.#depth - 1] === BRACE) {
      this.#state = "page";
      this.#base = 0;
      this.#inString = false;
    }
    return true;
  }
  /** Inside an element or the rest of a page object: the hot loop. */
  #inside(last) {
    const { bytes, end } = this.#window;
    let i = this.#at;
    for (; ; ) {
      if (this.#inString) {
        let byte = QUOTE_MARK;
        while (i < end) {
          byte = bytes[i];
          if (byte === QUOTE_MARK || byte < 32)
            break;
          i += byte === BACKSLASH ? 2 : 1;
        }
        if (i >= end)
          break;
        if (byte !== QUOTE_MARK)
          return this.#lose(i);
        this.#inString = false;
        if (this.#base === 0 && this.#depth <= 3)
          this.#probe.string(bytes, i, this.#depth);
        i += 1;
      }
      while (i < end && MEANING[bytes[i]] === PLAIN)
        i += 1;
      if (i >= end)
        break;
      switch (MEANING[bytes[i]]) {
        case QUOTE2:
          if (!this.#mayQuote(i))
            return this.#lose(i);
          this.#inString = true;
          if (this.#base === 0 && this.#depth <= 3)
            this.#probe.quote(bytes, i, this.#stack[this.#depth - 1] === BRACE, this.#window.start);
          i += 1;
          break;
        case OPEN2:
          if (!this.#mayOpen(i))
            return this.#lose(i);
          if (this.#base === 0 && this.#depth <= 2) {
            const page = this.#openProbed(i, last);
            if (page === void 0) {
              this.#at = i;
              return false;
            }
            if (page)
              return true;
          }
          this.#push(bytes[i]);
          i += 1;
          break;
        case CLOSE:
          if (!this.#pop(bytes[i]))
            return this.#lose(i);
          i += 1;
          if (this.#depth === this.#base) {
            this.#at = i;
            this.#finish(i);
            return true;
          }
          break;
        default:
          return this.#lose(i);
      }
    }
    this.#at = i;
    return false;
  }
  /** A text may begin behind a bracket, a comma or a colon. Catches an element in which a quote is missing. */
  #mayQuote(at) {
    const { bytes, start } = this.#window;
    let before = bytes[at - 1];
    if (at === start)
      return true;
    if (isSpace(before)) {
      const solid = lastSolid(bytes, start, at);
      if (solid < 0)
        return true;
      before = bytes[solid];
    }
    return before === COLON || before === COMMA || before === BRACE || before === BRACKET;
  }
  /** A value may open behind a colon, or in an array behind its bracket or a comma. Catches an element whose own end is missing. */
  #mayOpen(at) {
    const { bytes, start } = this.#window;
    const before = lastSolid(bytes, start, at);
    if (before < 0 || this.#depth > this.#stack.length)
      return true;
    const byte = bytes[before];
    return byte === COLON || (byte === COMMA || byte === BRACKET) && this.#stack[this.#depth - 1] === BRACKET;
  }
  /** In a top-level object: whether this bracket opens the records of a page; undefined: more bytes are needed to tell. */
  #openProbed(at, last) {
    const { bytes, end, start } = this.#window;
    const before = lastSolid(bytes, start, at);
    if (bytes[at] === BRACE) {
      this.#probe.descend(this.#depth, bytes[before] === COLON);
      return false;
    }
    if (bytes[before] !== COLON || !this.#probe.isPage(this.#depth))
      return false;
    const next = nextSolid(bytes, at + 1, end);
    if (next === end)
      return last ? false : void 0;
    if (bytes[next] !== BRACE)
      return false;
    this.#push(BRACKET);
    this.#at = at + 1;
    this.#state = "between";
    this.#resync.pass(BRACKET);
    return true;
  }
  #push(byte) {
    if (this.#depth < this.#stack.length)
      this.#stack[this.#depth] = byte;
    this.#depth += 1;
    if (this.#depth - this.#base > this.#sink.maxDepth)
      this.#tooDeep = true;
  }
  #pop(byte) {
    this.#depth -= 1;
    if (this.#depth >= this.#stack.length)
      return true;
    return this.#stack[this.#depth] === BRACE === (byte === END_BRACE);
  }
  /** The element, or the page object, is over. */
  #finish(end) {
    const inPage = this.#state === "page";
    this.#state = "between";
    this.#resync.end();
    if (inPage || this.#tooLong)
      return;
    const window = this.#window;
    const from = this.#from;
    if (this.#tooDeep) {
      this.#sink.tooDeep(window.line(from));
      return;
    }
    if (end - from > this.#sink.maxRecordBytes) {
      this.#sink.tooLong(window.line(from));
      return;
    }
    const text = window.text(from, end);
    if (this.#base === 0 && this.#probe.mayBeEmptyPage && isEmptyPage(text, this.#sink.maxDepth))
      return;
    this.#resync.learn(window.bytes, from, end);
    this.#sink.json(text, { offset: window.offset(from), length: end - from }, () => this.#locate(from));
  }
  #beginScalar(at) {
    this.#from = at;
    this.#state = "scalar";
    this.#inString = this.#window.bytes[at] === QUOTE_MARK;
    this.#at = at + 1;
  }
  /** An element that is no object: never a record, but counted. */
  #scalar() {
    const { bytes, end } = this.#window;
    let i = this.#at;
    for (; i < end; i += 1) {
      const byte = bytes[i];
      if (this.#inString) {
        if (byte === BACKSLASH)
          i += 1;
        else if (byte === QUOTE_MARK) {
          this.#endScalar(i + 1);
          return true;
        } else if (byte === NEWLINE3)
          break;
      } else if (byte === COMMA || byte === END_BRACKET || byte === END_BRACE || byte === BRACE || byte === BRACKET || isSpace(byte))
        break;
    }
    this.#at = i;
    if (i >= end)
      return false;
    this.#endScalar(i);
    return true;
  }
  #endScalar(end) {
    const text = this.#window.text(this.#from, Math.min(end, this.#window.end));
    let value;
    try {
      value = parseExact(text, this.#sink.maxDepth);
    } catch {
      this.#lose(this.#from);
      return;
    }
    this.#sink.value(value, { offset: 0, length: 0 }, () => this.#window.line(this.#from));
    this.#at = end;
    this.#state = "between";
  }
  /** Broken JSON at an index: counts the element and goes looking for the next one. Always true: there is more to do. */
  #lose(at) {
    const window = this.#window;
    if (this.#state === "page")
      this.#from = at;
    if (this.#state !== "element" || !this.#tooLong) {
      this.#sink.broken(window.text(this.#from, Math.min(at + 1, window.end)), () => this.#locate(this.#from));
    }
    if (this.#state === "element") {
      if (this.#base === 0 && !this.#probe.isEvent)
        this.#resync.forget();
      else
        this.#resync.learnBroken(window.bytes, this.#from, at);
    }
    this.#loseFrom(Math.max(this.#from + 1, at - this.#resync.reach));
    return true;
  }
  #loseFrom(at) {
    if (this.#state === "element")
      this.#depth = this.#base;
    if (this.#state === "page")
      this.#depth = 0;
    this.#state = "lost";
    this.#inString = false;
    this.#damaged = true;
    this.#at = Math.max(at, this.#window.start);
  }
  #search(last) {
    const window = this.#window;
    const found = this.#resync.find(window, this.#at, last);
    this.#at = found.at;
    if (!found.element)
      return false;
    window.discard(found.at);
    this.#state = "between";
    return true;
  }
  #locate(index) {
    const { bytes, start } = this.#window;
    const newline = index > start ? bytes.lastIndexOf(NEWLINE3, index - 1) : -1;
    return { line: this.#window.line(index), column: index - Math.max(newline, start - 1) };
  }
};
function isEmptyPage(text, maxDepth) {
  try {
    const value = parseExact(text, maxDepth);
    return isObject(value) && pageRecords(value)?.length === 0;
  } catch {
    return false;
  }
}

// dist/src/read/split-lines.js
var NEWLINE4 = 10;
var RETURN2 = 13;
var BRACE2 = 123;
var LineSplitter = class {
  #sink;
  #window = new Window();
  /** Bytes behind the window's start in which no newline was found. */
  #searched = 0;
  #line = 1;
  /** In a line that is too long: its bytes are dropped until it ends. */
  #overlong = false;
  constructor(sink) {
    this.#sink = sink;
  }
  get settled() {
    return this.#window.offset(this.#window.start);
  }
  push(chunk) {
    const window = this.#window;
    window.push(chunk);
    let from = window.start;
    for (; ; ) {
      const newline = window.bytes.indexOf(NEWLINE4, from + this.#searched);
      if (newline < 0 || newline >= window.end)
        break;
      this.#searched = 0;
      if (this.#overlong)
        this.#overlong = false;
      else
        this.#record(from, newline, false);
      this.#line += 1;
      from = newline + 1;
    }
    this.#searched = window.end - from;
    if (this.#searched > this.#sink.maxRecordBytes && !this.#overlong) {
      this.#overlong = true;
      this.#sink.tooLong(this.#line);
    }
    if (this.#overlong) {
      from = window.end;
      this.#searched = 0;
    }
    window.start = from;
  }
  end() {
    if (!this.#overlong)
      this.#record(this.#window.start, this.#window.end, true);
    this.#window.start = this.#window.end;
  }
  #record(start, stop, last) {
    const { bytes } = this.#window;
    let from = start;
    let to = stop;
    while (to > from && isBlank(bytes[to - 1]))
      to -= 1;
    while (from < to && isBlank(bytes[from]))
      from += 1;
    if (from === to)
      return;
    const line = this.#line;
    if (to - from > this.#sink.maxRecordBytes) {
      this.#sink.tooLong(line);
      return;
    }
    let text = this.#window.text(from, to);
    let column = from - start + 1;
    if (bytes[from] !== BRACE2) {
      const header = afterSyslogHeader(text);
      if (header !== void 0) {
        text = text.slice(header);
        column += header;
      }
    }
    this.#sink.json(text, { offset: this.#window.offset(from), length: to - from }, () => ({ line, column }), last);
  }
};
function isBlank(byte) {
  return byte === 32 || byte === RETURN2 || byte === 9 || byte === NEWLINE4 || byte === 30;
}

// dist/src/read/split.js
function splitterOf(container, sink, delimiter = ",") {
  switch (container) {
    case "ndjson":
      return new LineSplitter(sink);
    case "json":
      return new JsonSplitter(sink);
    case "csv":
      return new CsvSplitter(sink, delimiter);
  }
}

// dist/src/read/unpack.js
var FOREIGN = [
  [[66, 90, 104], "a bzip2 file; unpack it first"],
  [[253, 55, 122, 88, 90], "an xz file; unpack it first"],
  [[55, 122, 188, 175], "a 7-Zip archive; unpack it first"],
  [[82, 97, 114, 33], "a RAR archive; unpack it first"],
  [[80, 65, 82, 49], "a Parquet file; export it as JSON lines first"],
  [[79, 98, 106, 1], "an Avro file; export it as JSON lines first"],
  [[83, 81, 76, 105, 116, 101], "a SQLite database; export its table as CSV first"],
  [[69, 108, 102, 70, 105, 108, 101], "a Windows event log; not a SaaS audit log"],
  [[37, 80, 68, 70], "a PDF document"],
  [[208, 207, 17, 224], "an old Office document; save it as CSV first"],
  [[137, 80, 78, 71], "an image"],
  [[255, 216, 255], "an image"]
];
var TAR_AT = 257;
var TAR_MAGIC = "ustar";
function packingOf(head) {
  if (startsWith(head, [31, 139, 8]))
    return { packed: "gzip" };
  if (startsWith(head, [40, 181, 47, 253]))
    return { packed: "zstd" };
  if (startsWith(head, [80, 75, 3, 4]) || startsWith(head, [80, 75, 5, 6]))
    return { packed: "zip" };
  for (const [magic, kind] of FOREIGN)
    if (startsWith(head, magic))
      return { foreign: kind };
  if (head.toString("latin1", TAR_AT, TAR_AT + TAR_MAGIC.length) === TAR_MAGIC)
    return { foreign: "a tar archive; unpack it first" };
  return void 0;
}
async function unpack(chunks, limits, damage) {
  const { head, all } = await peek(chunks);
  const packing = packingOf(head);
  if (packing === void 0 || "foreign" in packing || packing.packed === "zip")
    return { chunks: all };
  return { chunks: inflate(all, packing.packed, limits, damage), compression: packing.packed };
}
async function peek(chunks) {
  const iterator = chunks[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  let over = false;
  while (head.length < 512 && !over) {
    const next = await iterator.next();
    if (next.done === true)
      over = true;
    else
      head = Buffer.concat([head, next.value]);
  }
  return { head, all: again(head, over, iterator) };
}
async function* again(head, over, rest) {
  try {
    if (head.length > 0)
      yield head;
    while (!over) {
      const next = await rest.next();
      if (next.done === true)
        return;
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}
function startsWith(head, magic) {
  return head.length >= magic.length && magic.every((byte, index) => head[index] === byte);
}

// dist/src/read/zip.js
var END_SIGNATURE = 101010256;
var END_LENGTH = 22;
var MAX_COMMENT = 65535;
var END64_LOCATOR_SIGNATURE = 117853008;
var END64_LOCATOR_LENGTH = 20;
var END64_SIGNATURE = 101075792;
var CENTRAL_SIGNATURE = 33639248;
var CENTRAL_LENGTH = 46;
var LOCAL_SIGNATURE = 67324752;
var LOCAL_LENGTH = 30;
var ZIP64_EXTRA = 1;
var FULL_32 = 4294967295;
var MAX_DIRECTORY = 64 * 2 ** 20;
async function readDirectory(place, file) {
  const { offset, size, count } = await findDirectory(place, file);
  if (size > MAX_DIRECTORY || offset + size > place.size)
    throw damaged(file, "its table of contents lies outside the file");
  const directory = Buffer.allocUnsafe(size);
  if (await place.read(directory, offset) < size)
    throw damaged(file, "its table of contents is cut");
  const members = [];
  const seen = /* @__PURE__ */ new Map();
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + CENTRAL_LENGTH > size || directory.readUInt32LE(at) !== CENTRAL_SIGNATURE)
      throw damaged(file, "its table of contents is broken");
    const entry = readEntry(directory, at);
    if (entry === void 0)
      throw damaged(file, "its table of contents is broken");
    at = entry.next;
    if (entry.member.name.endsWith("/"))
      continue;
    const times = (seen.get(entry.member.name) ?? 0) + 1;
    seen.set(entry.member.name, times);
    members.push(times === 1 ? entry.member : { ...entry.member, name: `${entry.member.name} (${times})` });
  }
  return members;
}
async function startOf(place, file, member) {
  const header = Buffer.alloc(LOCAL_LENGTH);
  const got = await place.read(header, member.header);
  if (got < LOCAL_LENGTH || header.readUInt32LE(0) !== LOCAL_SIGNATURE)
    throw damaged(file, `the header of ${member.name} is broken`);
  return member.header + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
}
async function findDirectory(place, file) {
  const tail = Buffer.alloc(Math.min(place.size, END_LENGTH + MAX_COMMENT + END64_LOCATOR_LENGTH));
  const base = place.size - tail.length;
  await place.read(tail, base);
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE || at + END_LENGTH + tail.readUInt16LE(at + 20) > tail.length)
      continue;
    const locator = at - END64_LOCATOR_LENGTH;
    if (locator >= 0 && tail.readUInt32LE(locator) === END64_LOCATOR_SIGNATURE) {
      return findDirectory64(place, file, Number(tail.readBigUInt64LE(locator + 8)));
    }
    return { count: tail.readUInt16LE(at + 10), size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
  }
  throw damaged(file, "it has no table of contents at its end: it is cut");
}
async function findDirectory64(place, file, at) {
  const record = Buffer.alloc(56);
  if (at > place.size || await place.read(record, at) < record.length || record.readUInt32LE(0) !== END64_SIGNATURE) {
    throw damaged(file, "its table of contents is broken");
  }
  return {
    count: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48))
  };
}
function readEntry(directory, at) {
  const flags = directory.readUInt16LE(at + 8);
  const nameEnd = at + CENTRAL_LENGTH + directory.readUInt16LE(at + 28);
  const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
  const next = extraEnd + directory.readUInt16LE(at + 32);
  if (next > directory.length)
    return void 0;
  const sizes = {
    unpacked: directory.readUInt32LE(at + 24),
    packed: directory.readUInt32LE(at + 20),
    header: directory.readUInt32LE(at + 42)
  };
  readExtra64(directory.subarray(nameEnd, extraEnd), sizes);
  const name = directory.toString("utf8", at + CENTRAL_LENGTH, nameEnd).replaceAll("\\", "/");
  return { member: { name, ...sizes, method: directory.readUInt16LE(at + 10), encrypted: (flags & 1) !== 0 }, next };
}
function readExtra64(extra, sizes) {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === ZIP64_EXTRA) {
      let from = at + 4;
      for (const key of ["unpacked", "packed", "header"]) {
        if (sizes[key] !== FULL_32 || from + 8 > Math.min(end, extra.length))
          continue;
        sizes[key] = Number(extra.readBigUInt64LE(from));
        from += 8;
      }
      return;
    }
    at = end;
  }
}
function damaged(file, what) {
  return new EvidenceError(`${file}: a damaged zip archive: ${what}; expected a whole one (zip -FF can repair some)`);
}

// dist/src/read/log-file.js
var HEAD = 256 * 1024;
var PIECE2 = 128 * 1024;
var DEFLATED = 8;
var STORED = 0;
var ZSTD = 93;
async function recognise(origin, limits) {
  if (origin.member?.encrypted)
    return { why: "is encrypted; unpack it first" };
  if (origin.member !== void 0 && ![STORED, DEFLATED, ZSTD].includes(origin.member.method)) {
    return { why: `is packed with method ${origin.member.method}; expected deflate, zstd or none` };
  }
  const place = await openPlace(origin.path);
  try {
    const damage = {};
    const small = { ...limits, chunkBytes: Math.min(limits.chunkBytes, HEAD) };
    const { chunks, compression } = await unpack(await packedChunks(origin, place, small, damage, () => void 0), small, damage);
    const { head, whole } = await readHead(chunks);
    if (head.length === 0)
      return { why: damage.text ?? "is empty" };
    const packing = packingOf(head);
    if (packing !== void 0)
      return { why: "foreign" in packing ? `is ${packing.foreign}` : `holds another ${packing.packed} file; unpack it first` };
    const encoding = guessEncoding(head);
    const layout = sniff(decoderOf(encoding).decode(head), whole);
    if (layout === "blank")
      return { why: "is blank" };
    if (layout === void 0)
      return { why: "is neither JSON nor CSV" };
    const outer = origin.member === void 0 ? compression : "zip";
    return { encoding, layout, ...outer !== void 0 && { compression: outer } };
  } finally {
    await place.close();
  }
}
var EvidenceFile = class {
  file;
  size;
  #origin;
  #known;
  #limits;
  #summary;
  #begun = false;
  constructor(origin, known, size, limits) {
    this.file = origin.file;
    this.size = size;
    this.#origin = origin;
    this.#known = known;
    this.#limits = limits;
  }
  /**
   * @throws EvidenceError when the disk fails; TypeError when called twice; the signal's reason once aborted.
   */
  async *batches() {
    if (this.#begun)
      throw new TypeError(`${this.file} is read twice`);
    this.#begun = true;
    const limits = this.#limits;
    limits.signal?.throwIfAborted();
    const place = await openPlace(this.#origin.path);
    const hash = createHash("sha256");
    const damage = {};
    let bytes = 0;
    try {
      const onDisk = await packedChunks(this.#origin, place, limits, damage, (chunk) => {
        bytes += chunk.length;
        limits.onBytes?.(this.file, chunk.length);
      }, hash);
      const { chunks } = await unpack(lend(onDisk), limits, damage);
      const sink = yield* this.#split(chunks, damage);
      for await (const _ of onDisk)
        ;
      this.#summary = await this.#summarise(sink, hash, bytes);
    } finally {
      await place.close();
    }
  }
  /** @throws TypeError when `batches` has not ended. */
  summary() {
    if (this.#summary === void 0)
      throw new TypeError(`${this.file} has not been read to its end`);
    return this.#summary;
  }
  async *#split(chunks, damage) {
    const { encoding, layout } = this.#known;
    const decoder = decoderOf(encoding);
    const sink = new Sink(this.#limits, (offset) => decoder.origin(offset));
    const splitter = splitterOf(layout.container, sink, layout.delimiter);
    for await (const chunk of chunks) {
      const text = decoder.decode(chunk);
      for (let from = 0; from < text.length; from += PIECE2) {
        splitter.push(text.subarray(from, from + PIECE2));
        decoder.origin(splitter.settled);
        if (sink.waiting > 0)
          yield sink.take();
      }
    }
    const { rest, cut } = decoder.end();
    splitter.push(rest);
    splitter.end();
    if (cut)
      sink.truncated = true;
    if (damage.text !== void 0) {
      if (!sink.truncated)
        sink.cut(0, `packed data: ${damage.text}`);
      sink.truncated = true;
    }
    if (sink.waiting > 0)
      yield sink.take();
    return sink;
  }
  async #summarise(sink, hash, bytes) {
    const { encoding, layout, compression } = this.#known;
    const archive = await this.#origin.archiveHash?.();
    return {
      sha256: hash.digest("hex"),
      bytes,
      container: layout.container,
      ...compression !== void 0 && { compression },
      encoding: encoding.encoding,
      records: sink.count,
      truncated: sink.truncated,
      ...archive !== void 0 && { archive: { file: this.#origin.path, sha256: archive } }
    };
  }
};
async function packedChunks(origin, place, limits, damage, seen, hash) {
  const { member } = origin;
  if (member === void 0)
    return tap(chunksOf(place, 0, place.size, limits), (chunk) => {
      seen(chunk);
      hash?.update(chunk);
    });
  const from = await startOf(place, origin.path, member);
  const stored = tap(chunksOf(place, from, Math.min(place.size, from + member.packed), limits), seen);
  const content = member.method === STORED ? stored : inflate(stored, member.method === DEFLATED ? "deflate" : "zstd", limits, damage);
  return tap(content, (chunk) => hash?.update(chunk));
}
async function hashOf(path, limits) {
  const place = await openPlace(path);
  try {
    const hash = createHash("sha256");
    for await (const chunk of chunksOf(place, 0, place.size, limits))
      hash.update(chunk);
    return hash.digest("hex");
  } finally {
    await place.close();
  }
}
function lend(chunks) {
  return { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) };
}
async function* tap(chunks, look) {
  for await (const chunk of chunks) {
    look(chunk);
    yield chunk;
  }
}
async function readHead(chunks) {
  const parts = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > HEAD)
      return { head: Buffer.concat(parts).subarray(0, HEAD), whole: false };
  }
  return { head: Buffer.concat(parts), whole: true };
}

// dist/src/read/open-evidence.js
var CLUTTER = /(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/;
async function openEvidence(paths, options = {}) {
  const limits = withDefaults(options);
  if (paths.length === 0)
    throw new EvidenceError("no evidence named; expected files, folders, globs or - for standard input");
  const found = await walk(paths);
  const opened = { files: [], notes: [...found.notes], unreadable: [...found.unreadable], piped: false };
  for (const file of found.files) {
    limits.signal?.throwIfAborted();
    await openFile(file, opened, limits);
  }
  const [first] = opened.unreadable;
  if (opened.files.length === 0) {
    const reason = first === void 0 ? "" : `: ${first.file} ${first.why}`;
    throw new EvidenceError(`${paths.join(" ")}: nothing that can be read${reason}; expected JSON, JSON lines or CSV`);
  }
  return {
    files: opened.files.sort((a, b) => compare(a.file, b.file)),
    total: opened.piped ? void 0 : opened.files.reduce((sum, { size }) => sum + (size ?? 0), 0),
    notes: opened.notes.sort(),
    unreadable: opened.unreadable.sort((a, b) => compare(a.file, b.file))
  };
}
async function openFile(found, opened, limits) {
  const { file, direct, stream } = found;
  try {
    const size = stream ? await spool(file, limits) : found.size;
    if (stream)
      opened.piped = true;
    if (await isZip(file))
      return await openArchive(file, opened, limits);
    const origin = { file, path: file };
    const known = await recognise(origin, limits);
    if (!("why" in known))
      opened.files.push(new EvidenceFile(origin, known, stream ? void 0 : size, limits));
    else if (direct)
      throw new EvidenceError(`${file === "-" ? "standard input" : file}: ${known.why}; expected JSON, JSON lines or CSV`);
    else
      opened.unreadable.push({ file, why: known.why });
  } catch (error) {
    if (direct || !(error instanceof EvidenceError))
      throw error;
    opened.unreadable.push({
      file,
      why: error.message.startsWith(`${file}: `) ? error.message.slice(file.length + 2) : error.message
    });
  }
}
async function openArchive(file, opened, limits) {
  const members = await membersOf(file);
  if (members.some(({ name }) => name === "[Content_Types].xml")) {
    throw new EvidenceError(`${file}: is an Office document; expected JSON or CSV (save the sheet as CSV)`);
  }
  let hash;
  const archiveHash = () => {
    hash ??= hashOf(file, limits);
    return hash;
  };
  let readable = 0;
  for (const member of members) {
    if (CLUTTER.test(member.name))
      continue;
    limits.signal?.throwIfAborted();
    const origin = { file: `${file}!${member.name}`, path: file, member, archiveHash };
    const known = member.unpacked === 0 ? { why: "is empty" } : await recognise(origin, limits);
    if ("why" in known) {
      opened.unreadable.push({ file: origin.file, why: known.why });
      continue;
    }
    readable += 1;
    opened.files.push(new EvidenceFile(origin, known, opened.piped ? void 0 : member.packed, limits));
  }
  if (readable === 0) {
    const first = opened.unreadable.at(-1);
    throw new EvidenceError(`${file}: a zip archive without a log in it${first === void 0 ? "" : `: ${first.file} ${first.why}`}; expected JSON or CSV files`);
  }
}
async function membersOf(file) {
  const place = await openPlace(file);
  try {
    return await readDirectory(place, file);
  } finally {
    await place.close();
  }
}
async function isZip(file) {
  const place = await openPlace(file);
  try {
    const head = Buffer.alloc(Math.min(512, place.size));
    await place.read(head, 0);
    const packing = packingOf(head);
    return packing !== void 0 && "packed" in packing && packing.packed === "zip";
  } finally {
    await place.close();
  }
}

export {
  withDefaults,
  openPlace,
  isSpooled,
  packingOf,
  unpack,
  packedChunks,
  openEvidence,
  membersOf
};
