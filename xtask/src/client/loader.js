
// How the code of a page arrives: in packs, each of several modules that are compressed together and fetched at once.
const packs = new Map();
const modules = new Map();

// A pack begins with the number of its modules and, for each, its identity and its length.
async function unpack(name) {
    const answer = await fetch(new URL(`./${name}.wasm`, import.meta.url));
    if (!answer.ok) throw new Error(`${answer.status} ${name}`);
    const pack = await answer.arrayBuffer();
    const header = new DataView(pack);
    const count = header.getUint32(0, true);
    const standing = [];
    let start = 4 + 8 * count;
    for (let entry = 4; entry < 4 + 8 * count; entry += 8) {
        const id = header.getUint32(entry, true);
        const length = header.getUint32(entry + 4, true);
        if (!modules.has(id)) {
            modules.set(id, WebAssembly.instantiate(new Uint8Array(pack, start, length), getSharedImports()));
        }
        standing.push(modules.get(id));
        start += length;
    }
    await Promise.all(standing);
}

function arrival(name) {
    if (!packs.has(name)) packs.set(name, unpack(name));
    return packs.get(name);
}

// What the main part calls, with the function that it wants to be called back by.
function load(...names) {
    return async (callback, data) => {
        try {
            await Promise.all(names.map(arrival));
        } catch (reason) {
            await leave(reason);
        }
        getSharedImports().__wasm_split.__indirect_function_table.get(callback)(data, true);
    };
}

// A pack that does not come, as for a client that is older than the server, ends the client: the browser loads the page
// that was asked for, or keeps the one that the server wrote and that was not taken over yet. `data-destination` is where
// the router is going; the address bar does not say so before the page is there. The promise never ends, so that the
// main part, which would panic, is told nothing.
function leave(reason) {
    console.warn(reason);
    const { hydrated, destination } = document.documentElement.dataset;
    if (hydrated === undefined) {
        for (const type of ["click", "submit"]) {
            addEventListener(type, event => event.stopImmediatePropagation(), { capture: true });
        }
    } else if (destination === undefined || new URL(destination, location).href === location.href) {
        location.reload();
    } else {
        location.assign(destination);
    }
    return new Promise(() => {});
}
