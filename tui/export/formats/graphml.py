"""GraphML: parties as nodes, every part of a deal as an edge from payer to payee."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from tui.export.formats.graph import EDGE_FIELDS, graph_of

if TYPE_CHECKING:
    from typing import BinaryIO

    from tui.export.selection import Selection


def write(selection: Selection, what: str, stream: BinaryIO) -> None:
    """Write a directed graph with parallel edges."""
    graph = graph_of(selection)
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for domain, names in (("node", ("name",)), ("edge", EDGE_FIELDS)):
        for name in names:
            key = {"id": f"{domain}-{name}", "for": domain, "attr.name": name}
            SubElement(root, "key", {**key, "attr.type": "string"})
    element = SubElement(root, "graph", id="flows", edgedefault="directed")
    for party, name in graph.nodes.items():
        node = SubElement(element, "node", id=party)
        SubElement(node, "data", key="node-name").text = name
    for number, edge in enumerate(graph.edges):
        line = SubElement(element, "edge", id=str(number), source=edge.payer, target=edge.payee)
        for name, value in edge.values.items():
            if value:
                SubElement(line, "data", key=f"edge-{name}").text = value
    indent(root)
    ElementTree(root).write(stream, encoding="utf-8", xml_declaration=True)
