export function App({ phone, tail, tel, calls, isOpen, items }) {
  return (
    <section>
      <p id="main">Appelez le {phone}</p>
      <p id="counter">{`${calls} appels au ${phone}`}</p>
      <p id="split">
        {"01 23 45 "}
        {tail}
        {" merci"}
      </p>
      <a id="call" href={`tel:${tel}`} title={`${calls} : ${phone}`} aria-label={`Appeler le ${phone}`}>
        Appeler
      </a>
      {isOpen && <p id="conditional">{phone}</p>}
      <p id="bare">
        Tél. {isOpen ? phone : null} ou {isOpen && <b>{phone}</b>}
      </p>
      <ul id="items">
        {items.map((item) => (
          <li key={item} id={item}>
            {item} : {phone}
          </li>
        ))}
      </ul>
    </section>
  );
}
