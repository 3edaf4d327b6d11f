package io.traject.processes;

import static io.traject.processes.ModelFiles.elements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnLabel;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import io.camunda.zeebe.model.bpmn.instance.di.Waypoint;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models can be read as pictures. */
class ModelLayoutTest {

    @Test
    void shouldDrawEveryElement() {
        assertThat(elements(FlowNode.class))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(shape(node)).as(node.getId()).isNotNull());
        assertThat(elements(SequenceFlow.class))
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(edge(flow)).as(flow.getId()).isNotNull());
    }

    @Test
    void shouldNotOverlap() {
        for (BpmnModelInstance model : ModelFiles.all()) {
            List<Drawn> drawn = drawn(model);
            for (int i = 0; i < drawn.size(); i++) {
                for (Drawn other : drawn.subList(i + 1, drawn.size())) {
                    assertThat(drawn.get(i).overlaps(other))
                            .as("%s overlaps %s", drawn.get(i).what(), other.what())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void shouldDrawWhatIsInASubProcessInsideIt() {
        assertThat(elements(FlowNode.class).filter(node -> node.getParentElement() instanceof SubProcess))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(
                                bounds((SubProcess) node.getParentElement()).contains(bounds(node)))
                        .as(node.getId())
                        .isTrue());
    }

    @Test
    void shouldLeadEveryFlowFromBorderToBorderAtRightAngles() {
        assertThat(elements(SequenceFlow.class)).isNotEmpty().allSatisfy(flow -> {
            List<Point2D> points = points(flow);
            assertThat(isOnBorder(bounds(flow.getSource()), points.getFirst()))
                    .as("%s leaves its source", flow.getId())
                    .isTrue();
            assertThat(isOnBorder(bounds(flow.getTarget()), points.getLast()))
                    .as("%s meets its target", flow.getId())
                    .isTrue();
            for (int i = 1; i < points.size(); i++) {
                Point2D from = points.get(i - 1);
                Point2D to = points.get(i);
                assertThat(from.getX() == to.getX() || from.getY() == to.getY())
                        .as("%s has right angles", flow.getId())
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BatchConfirmed ClaimStart StartClaimed CreateCases AllCasesCreated FinishCreation AwaitDispatchAgreement"
                        + " PlanDispatch DispatchRange FinishDispatch SomebodyToNotify SendNotice Dispatched",
                "RangePlanned PrepareInvitations SendMails RecordInvitations RangeDispatched",
                "CaseOpened ClaimStart StartClaimed CollectData ClosedWithoutData AssessSuppliedData RecordDecision Closed",
                "CollectionStarted AwaitInvitation AwaitFinalDate FollowUpMissingData HowToGoOn ToBeAssessed",
                "ReminderPlanned AwaitReminder PrepareReminder ReminderToSend SendReminder RecordReminder ReminderHandled",
                "EmployerDrafted ClaimStart StartClaimed RegisterEmployer PrepareWelcome WelcomeToSend SendWelcome"
                        + " EmployerPublished",
                "RegistrationStarted CompleteRegistration CheckRegistration RegistrationComplete PublishEmployer Published"
                        + " RegistrationFinished",
                "AwaitRest PrepareReminder ReminderToSend SendReminder"
            })
    void shouldDrawTheHappyPathAsOneStraightLine(String path) {
        List<String> ids = Arrays.asList(path.split(" "));
        BpmnModelInstance model = ModelFiles.all().stream()
                .filter(each -> each.getModelElementById(ids.getFirst()) != null)
                .findFirst()
                .orElseThrow();
        FlowNode start = model.getModelElementById(ids.getFirst());
        double line = bounds(start).getCenterY();

        for (int i = 1; i < ids.size(); i++) {
            FlowNode node = model.getModelElementById(ids.get(i));
            FlowNode previous = model.getModelElementById(ids.get(i - 1));
            SequenceFlow flow = node.getIncoming().stream()
                    .filter(incoming -> incoming.getSource().equals(previous))
                    .findFirst()
                    .orElseThrow();

            assertThat(points(flow))
                    .as(flow.getId())
                    .hasSize(2)
                    .allSatisfy(point -> assertThat(point.getY()).isCloseTo(line, within(2.0)));
            if (!(node instanceof SubProcess)) {
                assertThat(bounds(node).getCenterY()).as(node.getId()).isCloseTo(line, within(2.0));
            }
            assertThat(bounds(node).getMinX())
                    .as("%s is right of %s", node.getId(), previous.getId())
                    .isGreaterThan(bounds(previous).getMaxX());
        }
    }

    /** Shapes and labels of a model; the ones that contain others stand back. */
    private static List<Drawn> drawn(BpmnModelInstance model) {
        var drawn = new ArrayList<Drawn>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            drawn.add(new Drawn(node.getId(), node, bounds(node)));
            if (!(node instanceof Activity)) {
                drawn.add(new Drawn(
                        "label of " + node.getId(), node, label(shape(node).getBpmnLabel())));
            }
        }
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getName() != null) {
                drawn.add(new Drawn(
                        "label of " + flow.getId(), flow, label(edge(flow).getBpmnLabel())));
            }
        }
        return drawn;
    }

    private record Drawn(String what, BaseElement element, Rectangle2D area) {

        boolean overlaps(Drawn other) {
            return !contains(other)
                    && !other.contains(this)
                    && !sitsOn(other)
                    && !other.sitsOn(this)
                    && area.intersects(other.area);
        }

        /** A boundary event is drawn on the border of its activity; its label is not. */
        private boolean sitsOn(Drawn other) {
            return element instanceof BoundaryEvent event
                    && event.getAttachedTo().equals(other.element)
                    && what.equals(event.getId());
        }

        private boolean contains(Drawn other) {
            return element != other.element
                    && ancestors(other.element).anyMatch(element::equals)
                    && area.contains(other.area);
        }

        private static Stream<BaseElement> ancestors(BaseElement element) {
            return Stream.iterate(
                    (BaseElement) element.getParentElement(), ancestor -> !(ancestor instanceof Process), ancestor ->
                            (BaseElement) ancestor.getParentElement());
        }
    }

    private static boolean isOnBorder(Rectangle2D area, Point2D point) {
        boolean beside = point.getX() == area.getMinX() || point.getX() == area.getMaxX();
        boolean above = point.getY() == area.getMinY() || point.getY() == area.getMaxY();
        return beside && point.getY() >= area.getMinY() && point.getY() <= area.getMaxY()
                || above && point.getX() >= area.getMinX() && point.getX() <= area.getMaxX();
    }

    private static BpmnShape shape(FlowNode node) {
        return elements(BpmnShape.class)
                .filter(shape -> shape.getBpmnElement().equals(node))
                .findFirst()
                .orElse(null);
    }

    private static BpmnEdge edge(SequenceFlow flow) {
        return elements(BpmnEdge.class)
                .filter(edge -> edge.getBpmnElement().equals(flow))
                .findFirst()
                .orElse(null);
    }

    private static List<Point2D> points(SequenceFlow flow) {
        return edge(flow).getWaypoints().stream().map(ModelLayoutTest::point).toList();
    }

    private static Point2D point(Waypoint waypoint) {
        return new Point2D.Double(waypoint.getX(), waypoint.getY());
    }

    private static Rectangle2D bounds(FlowNode node) {
        return rectangle(shape(node).getBounds());
    }

    private static Rectangle2D label(BpmnLabel label) {
        assertThat(label).isNotNull();
        return rectangle(label.getBounds());
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
