"""GEXF 1.2: parties as nodes, every part of a deal as an edge, as Gephi opens it."""

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
    root = Element("gexf", xmlns="http://www.gexf.net/1.2draft", version="1.2")
    element = SubElement(root, "graph", mode="static", defaultedgetype="directed")
    attributes = SubElement(element, "attributes", {"class": "edge"})
    for index, name in enumerate(EDGE_FIELDS):
        SubElement(attributes, "attribute", id=str(index), title=name, type="string")
    nodes = SubElement(element, "nodes")
    for party, name in graph.nodes.items():
        SubElement(nodes, "node", id=party, label=name)
    edges = SubElement(element, "edges")
    for number, edge in enumerate(graph.edges):
        line = SubElement(edges, "edge", id=str(number), source=edge.payer, target=edge.payee)
        values = SubElement(line, "attvalues")
        for index, value in enumerate(edge.values.values()):
            if value:
                SubElement(values, "attvalue", {"for": str(index), "value": value})
    indent(root)
    ElementTree(root).write(stream, encoding="utf-8", xml_declaration=True)
