// A report survives a lost signal. form[data-antre] is sent by fetch; when that fails, its text and number
// stay in this browser (one account only) and it is sent again, with the same key, when the network is back:
// the server writes a key once. Files wait in the open page; without it the report goes without them.
(() => {
  "use strict";
  const pemilik = document.body.dataset.pemilik;
  if (!pemilik) return;
  const awalan = `draf:${pemilik}:antrean:`;
  const aman = (f) => { try { return f(); } catch { return null; } };
  const form = document.querySelector("form[data-antre]");
  const kotak = form && form.querySelector("[data-status-antrean]");
  const token = () => (JSON.parse(document.body.getAttribute("hx-headers") || "{}"))["X-CSRFToken"] || "";
  const kabar = (isi) => { if (kotak) { kotak.hidden = !isi; kotak.textContent = isi; } };
  // a receipt has arrived; a login page has not, however well it was sent
  const tanda = (jawaban) => jawaban.redirected && /^\/laporan\/[0-9a-f-]{36}\/$/.test(new URL(jawaban.url).pathname);
  const pos = (alamat, isi) => fetch(alamat, { method: "POST", body: isi, credentials: "same-origin", headers: { "X-CSRFToken": token() } });

  const kirim = async () => {
    const isi = new FormData(form);
    const kunci = awalan + isi.get("kunci");
    const teks = [...isi].filter(([n, v]) => typeof v === "string" && n !== "csrfmiddlewaretoken");
    aman(() => localStorage.setItem(kunci, JSON.stringify({ alamat: location.pathname + location.search, draf: form.dataset.kunci, teks })));
    kabar(form.dataset.mengirim);
    let jawaban;
    try {
      jawaban = await pos(form.action, isi);
    } catch {
      kabar(form.dataset.tunggu);
      return;
    }
    if (jawaban.status >= 500) { kabar(form.dataset.gagal); return; }
    if (jawaban.redirected && !tanda(jawaban)) { location.assign(jawaban.url); return; } // kept until logged in again
    aman(() => localStorage.removeItem(kunci));
    if (jawaban.redirected) { location.assign(jawaban.url); return; }
    // the server has something to say about the content: let it say so on a page of its own
    form.removeAttribute("data-antre");
    HTMLFormElement.prototype.submit.call(form);
  };

  if (form) {
    let sedang = false;
    const sekali = async () => {
      if (sedang) return;
      sedang = true;
      await kirim();
      sedang = false;
      delete form.dataset.terkirim;
    };
    form.addEventListener("submit", (e) => { if (form.hasAttribute("data-antre")) { e.preventDefault(); sekali(); } });
    addEventListener("online", () => { if (kotak && !kotak.hidden) sekali(); });
  }

  // what an earlier page could not send
  const sisa = async () => {
    const kini = form && awalan + form.elements.kunci.value;
    const semua = aman(() => Object.keys(localStorage).filter((k) => k.startsWith(awalan) && k !== kini)) || [];
    for (const k of semua) {
      const satu = aman(() => JSON.parse(localStorage.getItem(k)));
      if (!satu) { aman(() => localStorage.removeItem(k)); continue; }
      const isi = new FormData();
      satu.teks.forEach(([n, v]) => isi.append(n, v));
      try {
        const jawaban = await pos(satu.alamat, isi);
        if (tanda(jawaban)) aman(() => localStorage.removeItem(k));
        else if (jawaban.status === 422 && !form) {
          // a word is missing or the day is closed: the form offers the words again and says what is wrong
          aman(() => localStorage.setItem(`draf:${pemilik}:${satu.draf}`, JSON.stringify({ versi: "", isi: satu.teks })));
          aman(() => localStorage.removeItem(k));
          location.assign(satu.alamat);
          return;
        }
      } catch { return; }
    }
  };
  addEventListener("online", sisa);
  sisa();
})();
