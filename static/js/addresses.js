// Django writes the name in the address from the title, but leaves out what it does not
// know: "Đà Nẵng" became "dja-nng". Letters are plain before it sees them.
document.addEventListener("DOMContentLoaded", () => {
  const write = window.URLify;
  if (!write) return;
  window.URLify = (text, ...rest) => {
    const plain = text.replace(/Đ/g, "D").replace(/đ/g, "d").normalize("NFD");
    return write(plain.replace(/\p{M}/gu, "").normalize("NFC"), ...rest);
  };
});
