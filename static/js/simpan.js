// Nothing typed is lost. form[data-autosimpan] is posted to that address while it is being filled in;
// form[data-jaga] is only guarded. Both keep a copy in this browser until the server has it.
// The copies belong to one account (body[data-pemilik]) and are removed when that account logs out.
(() => {
  "use strict";
  const teks = document.currentScript.dataset;
  const pemilik = document.body.dataset.pemilik;
  const aman = (f) => { try { return f(); } catch { return null; } };
  const tiba = aman(() => sessionStorage.getItem("draf-terkirim")); // the copy of the form that was just submitted
  aman(() => sessionStorage.removeItem("draf-terkirim"));
  if (!pemilik) return;
  const awalan = `draf:${pemilik}:`;
  const hapus = (k) => aman(() => localStorage.removeItem(k));
  const baca = (k) => aman(() => JSON.parse(localStorage.getItem(k)));
  const kunciDari = (form, nomor) => `${awalan}${form.dataset.kunci || `${location.pathname}#${nomor}`}`;
  const semua = (di) => [...di.querySelectorAll("form[data-autosimpan], form[data-jaga]")];
  const jam = () => new Date().toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });
  const kotor = new Set();

  const isian = (form) => [...new FormData(form)].filter(([n, v]) =>
    typeof v === "string" && n !== "csrfmiddlewaretoken" && form.elements[n] && form.elements[n].type !== "password");

  // changed since the server wrote it: on a slow phone somebody types before this script has come
  const disentuh = (el) => {
    if (!el.options) return /^(checkbox|radio)$/.test(el.type) ? el.checked !== el.defaultChecked : el.value !== el.defaultValue;
    const pilihan = [...el.options], bawaan = el.multiple || pilihan.some((o) => o.defaultSelected);
    return pilihan.some((o, i) => o.selected !== (bawaan ? o.defaultSelected : i === 0));
  };
  const tersentuh = (form) => new Set([...form.elements]
    .filter((el) => el.name && /^(INPUT|SELECT|TEXTAREA)$/.test(el.tagName) && disentuh(el)).map((el) => el.name));

  const pasang = (form, pasangan, kecuali = new Set()) => {
    const peta = new Map();
    pasangan.forEach(([n, v]) => peta.set(n, [...(peta.get(n) || []), v]));
    for (const el of form.elements) {
      if (!el.name || kecuali.has(el.name) || /^(file|hidden|submit|button|password)$/.test(el.type)) continue;
      const nilai = peta.get(el.name) || [];
      if (/^(checkbox|radio)$/.test(el.type)) el.checked = nilai.includes(el.value);
      else if (el.multiple) [...el.options].forEach((o) => { o.selected = nilai.includes(o.value); });
      else if (nilai.length) el.value = nilai.shift();
    }
  };

  const tawarkan = (form, kalimat, tombol, laku) => {
    const kotak = document.createElement("p");
    kotak.className = "catatan perhatian";
    kotak.setAttribute("role", "status");
    const isi = document.createElement("span");
    isi.textContent = `${kalimat} `;
    const b = document.createElement("button");
    b.type = "button";
    b.className = "tombol tenang";
    b.textContent = tombol;
    b.addEventListener("click", () => { laku(); kotak.remove(); });
    kotak.append(b, isi);
    form.prepend(kotak);
  };

  const rawat = (form, nomor) => {
    const kunci = kunciDari(form, nomor);
    const tanda = form.querySelector("[data-tersimpan]");
    const kata = (keadaan, isi) => { if (tanda) { tanda.dataset.keadaan = keadaan; tanda.textContent = isi; } };
    const versi = form.dataset.versi || "";
    let penunda, versiIsi = 0, terkirim = 0, sedang = false;

    const sebab = async (r) => { // why it was not saved; a sent-away page is a session that ended
      if (r.type === "opaqueredirect" || r.status === 403) return teks.sesi;
      return r.status === 422 ? teks.periksa : (r.status === 409 && await r.text()) || teks.gagal;
    };
    const kirim = async () => {
      if (sedang || versiIsi === terkirim) return;
      if (!navigator.onLine) { kata("luring", teks.luring); return; }
      sedang = true;
      const ini = versiIsi;
      try {
        const r = await fetch(form.dataset.autosimpan || form.action, {
          method: "POST", body: new FormData(form), credentials: "same-origin", redirect: "manual", headers: { "X-Autosimpan": "1" },
        });
        if (r.ok) {
          terkirim = ini;
          if (versiIsi === ini) { hapus(kunci); kotor.delete(form); }
          kata("aman", `${teks.tersimpan} ${r.headers.get("X-Tersimpan") || jam()}`);
        } else {
          kata("gagal", await sebab(r));
        }
      } catch {
        kata("luring", teks.luring);
      }
      sedang = false;
      if (versiIsi !== ini) jadwalkan();
    };
    const jadwalkan = () => { clearTimeout(penunda); penunda = setTimeout(kirim, 1200); };
    const catat = () => {
      versiIsi += 1;
      kotor.add(form);
      aman(() => localStorage.setItem(kunci, JSON.stringify({ versi, isi: isian(form) })));
      if (form.hasAttribute("data-autosimpan")) { kata("menyimpan", teks.menyimpan); jadwalkan(); }
    };
    form.addEventListener("input", catat);
    form.addEventListener("submit", () => {
      clearTimeout(penunda);
      kotor.delete(form);
      aman(() => sessionStorage.setItem("draf-terkirim", kunci));
    });
    form.addEventListener("htmx:beforeOnLoad", (e) => { // written by htmx: there is no next page to remove the copy
      if (e.target === form && e.detail.xhr.status < 300) { hapus(kunci); kotor.delete(form); aman(() => sessionStorage.removeItem("draf-terkirim")); }
    });
    addEventListener("online", kirim);

    const draf = baca(kunci);
    if (!draf) return;
    const semula = isian(form), baru = tersentuh(form);
    if (JSON.stringify(draf.isi) === JSON.stringify(semula)) {
      if (baru.size) catat(); else hapus(kunci); // the browser gave it back by itself, or the server has it
      return;
    }
    const pulihkan = (kecuali) => { pasang(form, draf.isi, kecuali); catat(); };
    if (draf.versi === versi) {
      pulihkan(baru);
      tawarkan(form, teks.dipulihkan, teks.buang, () => { pasang(form, semula); catat(); });
    } else {
      tawarkan(form, teks.adaDraf, teks.pulihkan, () => pulihkan());
    }
  };

  // this page came after a submit, so the copy has arrived: unless it is a door (login, error), or the server
  // still has the version the copy was made on
  const belum = (k) => document.querySelector(".pintu") || semua(document).some((f, i) =>
    f.hasAttribute("data-autosimpan") && kunciDari(f, i) === k && baca(k)?.versi === (f.dataset.versi || ""));
  if (tiba && !belum(tiba)) hapus(tiba);

  const mulai = (di) => semua(di).forEach((f, i) => {
    if (!f.dataset.dirawat) { f.dataset.dirawat = "1"; rawat(f, i); }
  });
  mulai(document);
  document.addEventListener("htmx:load", (e) => mulai(e.target.parentNode || document));
  addEventListener("beforeunload", (e) => { if ([...kotor].some((f) => f.isConnected)) e.preventDefault(); });
  document.addEventListener("submit", (e) => {
    if (!e.target.matches("[data-keluar]")) return;
    aman(() => Object.keys(localStorage).filter((k) => k.startsWith(awalan)).forEach(hapus));
  });
})();
