// Small comforts on top of pages that work without them: menus, keys, focus, one submit per click.
(() => {
  "use strict";
  const cari = (s, di = document) => di.querySelector(s);
  const semua = (s, di = document) => [...di.querySelectorAll(s)];
  const simpanan = {
    baca: (k) => { try { return localStorage.getItem(k); } catch { return null; } },
    tulis: (k, v) => { try { localStorage.setItem(k, v); } catch { /* private mode: the choice lasts for this page */ } },
  };

  // menus close on Escape and on a click elsewhere
  document.addEventListener("click", (e) => semua("details.menu[open]").forEach((d) => d.contains(e.target) || (d.open = false)));

  // single keys: j, k, / and whatever a page marks with data-pintasan; a switch turns them off
  const sakelar = cari("#sakelar-pintasan");
  let aktif = simpanan.baca("pintasan") !== "mati";
  if (sakelar) {
    sakelar.checked = aktif;
    sakelar.addEventListener("change", () => { aktif = sakelar.checked; simpanan.tulis("pintasan", aktif ? "nyala" : "mati"); });
  }
  const bantuan = cari("#dialog-pintasan");
  semua("[data-buka-pintasan]").forEach((b) => { b.hidden = false; b.addEventListener("click", () => bantuan.showModal()); });
  const sedangMengetik = (el) => el.isContentEditable || /^(TEXTAREA|SELECT)$/.test(el.tagName) ||
    (el.tagName === "INPUT" && !/^(checkbox|radio|button|submit|file)$/.test(el.type));

  const kirim = (el) => {
    const form = el.form || el.closest("form") || cari("form[data-utama]");
    if (!form) return false;
    form.requestSubmit(cari("[data-kirim]", form) || cari("[type=submit]:not([formnovalidate])", form) || undefined);
    return true;
  };
  const tekan = (kunci) => {
    if (kunci === "?" && bantuan) { bantuan.showModal(); return true; }
    const sasaran = kunci === "/" ? cari("[data-cari], input[type=search]") : cari(`[data-pintasan="${CSS.escape(kunci)}"]`);
    if (!sasaran) return false;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(sasaran.tagName)) { sasaran.focus(); } else { sasaran.click(); }
    return true;
  };
  document.addEventListener("keydown", (e) => {
    if (e.defaultPrevented || e.isComposing) return;
    if (e.key === "Escape") {
      semua("details.menu[open]").forEach((d) => { d.open = false; cari("summary", d).focus(); });
    } else if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
      if (kirim(e.target)) e.preventDefault();
    } else if (aktif && !e.ctrlKey && !e.metaKey && !e.altKey && e.key.length === 1 && !sedangMengetik(e.target) && !cari("dialog[open]")) {
      if (tekan(e.key)) e.preventDefault();
    }
  });

  // a form leaves once; coming back by the browser's history frees it again
  const bebaskan = () => semua("form[data-terkirim]").forEach((f) => { delete f.dataset.terkirim; });
  document.addEventListener("submit", (e) => {
    const f = e.target;
    if (f.method !== "post" || e.defaultPrevented || f.matches("[hx-post]")) return;
    if (f.dataset.terkirim) { e.preventDefault(); return; }
    f.dataset.terkirim = "1";
    setTimeout(bebaskan, 8000);
  });
  addEventListener("pageshow", bebaskan);

  // errors are announced: focus moves to the summary, on a new page and in a fragment
  const keGalat = (di) => { const g = cari(".galat-ringkas", di); if (g) g.focus(); };
  if (!sedangMengetik(document.activeElement)) keGalat(document); // a slow script takes nobody's pen away
  document.addEventListener("htmx:afterSwap", (e) => keGalat(e.target));

  // files: show what was chosen and refuse early what is too large
  const ukuran = (b) => (b >= 1048576 ? `${(b / 1048576).toFixed(1).replace(".", ",")} MB` : `${Math.ceil(b / 1024)} KB`);
  document.addEventListener("change", (e) => {
    const kotak = e.target.type === "file" && e.target.closest(".unggah");
    if (!kotak) return;
    const maks = Number(e.target.dataset.maks || 0);
    const berkas = [...e.target.files];
    cari("[data-terpilih]", kotak).textContent = berkas.map((b) => `${b.name} · ${ukuran(b.size)}`).join(", ");
    e.target.setCustomValidity(maks && berkas.some((b) => b.size > maks) ? e.target.dataset.terlaluBesar : "");
    e.target.reportValidity();
  });
  ["dragover", "dragleave", "drop"].forEach((n) => document.addEventListener(n, (e) => {
    const kotak = e.target.closest && e.target.closest(".unggah");
    if (kotak) kotak.classList.toggle("seret", n === "dragover");
  }));

  semua("[data-cetak]").forEach((b) => { b.hidden = false; b.addEventListener("click", () => print()); });
})();
